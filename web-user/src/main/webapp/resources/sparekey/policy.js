// Shows what a draft would mean while it is edited: sends the form as its button "Show" does and takes the
// analysis out of the answer. Without this script the button does the same.
const form = document.getElementById('draft');
const panel = () => document.getElementById('analysis');
let waiting = 0;
let turn = 0;

// one sentence for whoever cannot see the panel change
function say() {
  const said = document.getElementById('analysis-said');
  const text = panel().querySelector('.notice, .muted')?.textContent.replace(/\s+/g, ' ').trim() ?? '';
  if (said.textContent !== text) said.textContent = text;
}

async function show() {
  const mine = ++turn;
  const fields = new URLSearchParams(new FormData(form));
  fields.set(panel().dataset.show, '');
  panel().setAttribute('aria-busy', 'true');
  try {
    const answer = await fetch(form.action, { method: 'POST', body: fields, redirect: 'error' });
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('analysis');
    if (answer.ok && fresh && mine === turn) {
      const focused = document.activeElement?.id;
      panel().replaceChildren(...fresh.childNodes);
      say();
      if (focused && panel().querySelector('#' + CSS.escape(focused))) document.getElementById(focused).focus();
    }
  } catch {
    // the button says what is wrong
  } finally {
    if (mine === turn) panel().removeAttribute('aria-busy');
  }
}

if (form && panel()) {
  form.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(show, 500);
  });
}
