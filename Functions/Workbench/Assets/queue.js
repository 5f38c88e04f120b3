// Keyboard control of the queue: j and k move through the cases, o opens, x selects, / searches, ? explains. Ignored while the user types,
// and can be switched off for good, since speech software may send single keys. Everything also works by tab and link.
const Off = 'werkbank-toetsen-uit';
const rows = [...document.querySelectorAll('.wb-list tbody tr')];
const help = document.getElementById('toetsen');
const toggle = document.getElementById('toetsen-schakelaar');
const stored = () => { try { return localStorage.getItem(Off) === 'ja'; } catch { return false; } };
let off = stored();

const titleOf = row => row.querySelector('.wb-title');
const current = () => rows.findIndex(row => row.contains(document.activeElement));
const go = to => { if (rows[to]) { titleOf(rows[to]).focus(); rows[to].scrollIntoView({ block: 'nearest' }); } };
const types = element => element.closest('input:not([type=checkbox]), textarea, select, [contenteditable]');
const actions = {
  j: () => go(current() + 1),
  k: () => go(current() < 0 ? rows.length - 1 : current() - 1),
  o: () => titleOf(rows[current()] ?? rows[0]).click(),
  x: () => rows[current()]?.querySelector('[name=zaken]').click(),
  '/': () => document.getElementById('zoek').focus(),
  '?': () => { help.open = true; help.querySelector('summary').focus(); },
};

document.addEventListener('keydown', event => {
  const act = off ? undefined : actions[event.key];
  if (!act || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || types(event.target)) return;
  event.preventDefault();
  act();
});

const show = () => { toggle.textContent = off ? toggle.dataset.on : toggle.dataset.off; };
toggle.addEventListener('click', () => {
  off = !off;
  try { localStorage.setItem(Off, off ? 'ja' : 'nee'); } catch { /* Without storage it holds for this page. */ }
  show();
});
show();
help.hidden = false;

document.querySelector('[data-choose-all]').addEventListener('click', event => {
  event.preventDefault();
  const boxes = rows.map(row => row.querySelector('[name=zaken]'));
  const choose = boxes.some(box => !box.checked);
  for (const box of boxes) box.checked = choose;
});
