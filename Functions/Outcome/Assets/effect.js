// The key of the link stands behind the #, which no server, log or referrer ever sees. It is posted, and taken out of the address.
const form = document.querySelector('form[action="/volgen/effect/openen"]');
const key = location.hash.slice(1);
if (form && key) {
  history.replaceState(null, '', location.pathname);
  form.elements.namedItem('sleutel').value = key;
  form.requestSubmit();
}
