// Moves the code of the mailed link from the fragment, which no server, log or referrer sees, into the form. A person
// presses the button, since mail scanners open links and run scripts.
const form = document.querySelector('form[data-code]');
const code = location.hash.slice(1);
if (form && code) {
  history.replaceState(null, '', location.pathname);
  form.elements.namedItem('code').value = code;
}
