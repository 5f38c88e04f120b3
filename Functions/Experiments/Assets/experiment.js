// Moves the code of an organisation's link from the fragment, which no server, log or referrer sees, into the form and opens it.
const opening = document.querySelector('form[data-code]');
const code = location.hash.slice(1);
if (opening && code.includes('.')) {
  history.replaceState(null, '', location.pathname);
  opening.elements.namedItem('code').value = code;
  opening.requestSubmit();
}

// Keeps what is typed in the logbook while the user pauses, by the same form and button that work without a script.
const logbook = document.getElementById('logboek');
if (logbook) {
  const status = logbook.querySelector('[data-bewaard]');
  let waiting;
  let keeping = null;
  const keep = async () => {
    const typed = new URLSearchParams(new FormData(logbook));
    typed.set('actie', 'bewaren');
    try {
      const answer = await fetch(logbook.action, { method: 'POST', body: typed });
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const version = page.querySelector('#logboek [name=_versie]');
      if (!answer.ok || !version) throw new Error(`${answer.status}`);
      logbook.elements.namedItem('_versie').value = version.value;
      status.textContent = page.querySelector('[data-bewaard]').textContent;
    } catch {
      status.textContent = 'Wat je typte, kon niet vanzelf bewaard worden. Gebruik de knop.';
    }
  };
  const start = () => { keeping = keep().finally(() => { keeping = null; }); };
  logbook.addEventListener('input', () => { clearTimeout(waiting); waiting = setTimeout(start, 3000); });

  // A button waits for the version of what is being kept, so that it is not taken for somebody else's.
  logbook.addEventListener('submit', event => {
    clearTimeout(waiting);
    if (!keeping) return;
    event.preventDefault();
    keeping.then(() => logbook.requestSubmit(event.submitter));
  });
}
