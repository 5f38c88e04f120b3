// The code of a ministry's link stands behind the #, which no server, log or referrer ever sees. It is posted, and taken out of the address.
const form = document.querySelector('form[action="/reactie/openen"]');
const code = location.hash.slice(1);
if (form && code) {
  history.replaceState(null, '', location.pathname);
  form.elements.namedItem('code').value = code;
  form.requestSubmit();
}
