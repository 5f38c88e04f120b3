// Posts the key of the link and removes it from the address. The key follows the #, so that no server, log or referrer
// receives it.
const form = document.querySelector('form[data-code]');
const key = location.hash.slice(1);
if (form && key) {
  history.replaceState(null, '', location.pathname);
  form.elements.namedItem('sleutel').value = key;
  form.requestSubmit();
}
