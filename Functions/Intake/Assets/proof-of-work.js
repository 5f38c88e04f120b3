// Solves the challenge of a form while the person reads, and delays sending until it is solved. Without this script, or
// in a browser that cannot solve it, the form is sent without proof and the desk asks for a confirmation by mail.
const form = document.querySelector('form[data-pow]');
const field = form?.querySelector('input[name="bewijs"]');

const hex = bytes => [...new Uint8Array(bytes)].map(byte => byte.toString(16).padStart(2, '0')).join('');

async function solve({ seal, salt, cost, target }) {
  const text = new TextEncoder();
  for (let counter = 0; ; counter++) {
    const key = await crypto.subtle.importKey('raw', text.encode(String(counter)), 'PBKDF2', false, ['deriveBits']);
    const bits = await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt: text.encode(salt), iterations: Number(cost) }, key, 128);
    if (hex(bits) === target) return `${seal}:${counter}`;
  }
}

if (field && globalThis.crypto?.subtle) {
  const solution = solve(field.dataset).then(proof => { field.value = proof; });
  form.addEventListener('submit', event => {
    if (field.value) return;
    event.preventDefault();
    const { submitter } = event;
    solution.finally(() => form.requestSubmit(submitter));
  });
}
