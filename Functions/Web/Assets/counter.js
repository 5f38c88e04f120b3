// Updates the counter of a text field. It never cuts text, so that pasted text is kept.
for (const counter of document.querySelectorAll('[data-counts]')) {
  const field = document.getElementById(counter.dataset.counts);
  const limit = Number(counter.dataset.limit);
  const shown = !counter.hidden;
  const signs = (number) => `${number} ${number === 1 ? 'teken' : 'tekens'}`;
  let waiting;
  const count = () => {
    const left = limit - field.value.normalize().trim().length;
    counter.hidden = !shown && left > limit / 5;
    counter.classList.toggle('rl-counter--over', left < 0);
    counter.textContent = left < 0 ? `${signs(-left)} te veel. Hoogstens ${limit} passen hier.`
      : left > limit / 5 ? `Hoogstens ${limit} tekens.` : `Nog ${signs(left)}.`;
  };
  // Announced after a pause, not at every key.
  counter.setAttribute('aria-live', 'polite');
  field?.addEventListener('input', () => { clearTimeout(waiting); waiting = setTimeout(count, 400); });
  if (field?.value) count();
}
