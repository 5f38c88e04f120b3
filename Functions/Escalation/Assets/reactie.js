// Moves the code of a ministry's link from the fragment, which no server, log or referrer sees, into the form. A link to one question is
// opened at once; a link to all questions works once, so a person has to press the button.
const form = document.querySelector('form[data-code]');
const code = location.hash.slice(1);
if (form && code.includes('.')) {
  history.replaceState(null, '', location.pathname);
  form.elements.namedItem('code').value = code;
  if (form.dataset.code === 'open') {
    form.requestSubmit();
  }
}
