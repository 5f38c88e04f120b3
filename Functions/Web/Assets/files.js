// Refuses files that are too large before they are sent: where the server ends the connection, no page could give the text back.
const { most, mostInAll } = document.querySelector('script[data-most-in-all]').dataset;
const size = (bytes) => `${(Math.ceil(bytes / 104857.6) / 10).toLocaleString('nl-NL')} MB`;
const faultOf = (files) => {
  const large = files.filter((file) => file.size > most).map((file) => `${file.name} (${size(file.size)})`);
  const all = files.reduce((sum, file) => sum + file.size, 0);
  return large.length > 0 ? `Te groot: ${large.join(', ')}. Een bestand mag hoogstens ${size(most)} zijn. Kies een kleiner bestand. Wat je typte, blijft staan.`
    : all > mostInAll ? `Samen zijn je bestanden ${size(all)}. Hoogstens ${size(mostInAll)} kan tegelijk mee. Kies er minder, of kleinere. Wat je typte, blijft staan.` : '';
};
for (const form of document.querySelectorAll('form[enctype="multipart/form-data"]')) {
  const inputs = [...form.querySelectorAll('input[type=file]')];
  if (inputs.length === 0) continue;
  const said = document.createElement('div');
  said.className = 'utrecht-form-field-error-message';
  said.setAttribute('role', 'alert');
  inputs[0].before(said);
  const check = () => {
    said.textContent = faultOf(inputs.flatMap((input) => [...input.files]));
    for (const input of inputs) {
      if (said.textContent) input.setAttribute('aria-invalid', 'true'); else input.removeAttribute('aria-invalid');
    }
    return said.textContent === '';
  };
  form.addEventListener('change', (event) => { if (inputs.includes(event.target)) check(); });
  form.addEventListener('submit', (event) => {
    if (check()) return;
    event.preventDefault();
    inputs[0].focus();
  });
}
