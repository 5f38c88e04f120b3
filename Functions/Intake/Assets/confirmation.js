// Adds buttons to copy the code and to print. Without this script the code can be selected and printed with the
// browser's menu.
for (const place of document.querySelectorAll('[data-copy]')) {
  const button = (text, action) => {
    const element = document.createElement('button');
    element.type = 'button';
    element.className = 'utrecht-button utrecht-button--secondary-action rl-screen-only';
    element.textContent = text;
    element.addEventListener('click', action);
    place.append(element, ' ');
    return element;
  };
  if (navigator.clipboard) {
    const copy = button('Kopieer de code', async () => {
      await navigator.clipboard.writeText(document.getElementById(place.dataset.copy).textContent.trim());
      copy.textContent = 'Gekopieerd';
      copy.setAttribute('aria-live', 'polite');
    });
  }
  button('Print deze pagina', () => globalThis.print());
}
