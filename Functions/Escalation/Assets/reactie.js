// The code of a ministry's link stands behind the #, which no server, log or referrer ever sees. It is taken out of the address and put
// into the form. The link to a question opens at once. The one to all questions works only once: there a person presses the button.
const form = document.querySelector('form[action="/reactie/openen"], form[action="/reactie/aanmelden/openen"]');
const code = location.hash.slice(1);
if (form && code.includes('.')) {
  history.replaceState(null, '', location.pathname);
  form.elements.namedItem('code').value = code;
  if (form.getAttribute('action') === '/reactie/openen') {
    form.requestSubmit();
  }
}
