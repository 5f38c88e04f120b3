// Draws what the reporter and everybody will read anew after each field, by the request of the button "Voorbeeld
// bijwerken", so that nobody has to press it before the text goes out.
const form = document.querySelector('.wb-outcome__form form');
const beside = document.querySelector('.wb-outcome__beside');
let newest = 0;

async function draw() {
  const turn = ++newest;
  const body = new URLSearchParams(new FormData(form));
  body.set('stap', 'voorbeeld');
  const answer = await fetch(form.action, { method: 'POST', body });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const drawn = page.querySelector('.wb-outcome__beside');
  if (!drawn || turn !== newest) return;
  const folds = beside.querySelectorAll('details');
  drawn.querySelectorAll('details').forEach((fold, i) => { fold.open = folds[i]?.open ?? fold.open; });
  beside.replaceChildren(...drawn.childNodes);
}

if (form && beside) {
  // Without a connection, or when the page is left meanwhile, the older preview and the button stay.
  form.addEventListener('change', () => draw().catch(() => {}));
}
