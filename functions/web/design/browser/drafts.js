// Keeps the words of a person. Within a second they are stored at the server, so that they survive the end of the
// session, of the browser and of the server. A form that is shown again is filled with its unsent words. Asks before
// typed words are left.
{
  const SAVE_MS = 1000;
  const RETRY_MS = 2000;
  const MOST_KEEPALIVE = 60_000;
  const UNSENT = 'rida-unsent';
  const USER = 'rida-user';
  const TYPED =
    'textarea, input:not([type]), input[type=text], input[type=email], input[type=tel], input[type=datetime-local]';
  const NOT_KEPT = new Set(['hidden', 'file', 'submit', 'button', 'password']);
  const notices = document.getElementById('draft-notices')?.content;
  const user = notices?.firstElementChild?.dataset.user;
  const states = new Map();
  const left = new Set();

  const pathOf = (form) => new URL(form.getAttribute('action'), location.href).pathname;
  const placeOf = (path) => path.slice(0, path.lastIndexOf('/')) || '/';
  const typedIn = (form) => [...form.querySelectorAll(TYPED)].filter(({ name }) => name !== '');
  const isFixed = ({ name, type }) => type === 'hidden' && !/^(token|seen|draft)(:|$)/.test(name);

  /** The name of a form among those of its page: its action, and the hidden fields that distinguish it. */
  const nameOf = (form, path = pathOf(form)) =>
    [
      path.slice(path.lastIndexOf('/') + 1),
      ...[...form.elements].filter(isFixed).map(({ name, value }) => `${name}=${value}`),
    ]
      .join(' ')
      .slice(0, 300);

  const keptFields = (form) => [...form.elements].filter(({ name, type }) => name && !NOT_KEPT.has(type));
  const isChosen = ({ type, checked }) => checked || (type !== 'checkbox' && type !== 'radio');
  const valuesOf = (form) =>
    Object.fromEntries(
      keptFields(form)
        .filter(isChosen)
        .map(({ name, value }) => [name, value]),
    );
  const hasWords = (form) =>
    typedIn(form).some(({ value, defaultValue }) => value.trim() !== '' && value !== defaultValue);

  function fill(form, fields) {
    for (const field of keptFields(form)) {
      const value = fields[field.name];
      if (field.type === 'checkbox' || field.type === 'radio') field.checked = value === field.value;
      else if (value !== undefined && field.tagName !== 'SELECT') field.value = value;
      else if ([...(field.options ?? [])].some((option) => option.value === value)) field.value = value;
    }
  }

  /** Show a notice of the page's texts in a form, in place of an earlier one of the same kind. */
  function notice(kind, where, place = 'prepend') {
    where.querySelector(`:scope > [data-notice=${kind}]`)?.remove();
    const shown = notices.querySelector(`[data-notice=${kind}]`).cloneNode(true);
    if (shown.dataset.live) shown.setAttribute('role', shown.dataset.live);
    where[place](shown);
    return shown;
  }

  const begin = (form) => states.set(form, { edit: crypto.randomUUID() });

  function post(path, form, more, keepalive = false) {
    const place = placeOf(pathOf(form));
    const body = new URLSearchParams({ place, form: nameOf(form), edit: states.get(form).edit, ...more });
    return fetch(path, {
      method: 'POST',
      body,
      keepalive: keepalive && body.toString().length < MOST_KEEPALIVE,
    });
  }

  async function discard(form) {
    clearTimeout(states.get(form).timer);
    await post('/drafts/discard', form, {});
    begin(form);
  }

  async function save(form, keepalive) {
    const state = states.get(form);
    clearTimeout(state.timer);
    state.timer = undefined;
    if (!hasWords(form)) return state.isKept ? discard(form).catch(() => {}) : undefined;
    state.isSaving = true;
    try {
      const answer = await post('/drafts', form, { fields: JSON.stringify(valuesOf(form)) }, keepalive);
      if (answer.status === 401) return notice('ended', form);
      if (!answer.ok) throw new Error(`the draft was not stored: ${answer.status}`);
      state.isKept = true;
      for (const kind of ['ended', 'failed']) form.querySelector(`:scope > [data-notice=${kind}]`)?.remove();
      notice('saved', form, 'append');
    } catch {
      notice('failed', form);
      state.timer ??= setTimeout(() => save(form), RETRY_MS);
    } finally {
      state.isSaving = false;
      if (state.isWaiting) later(form);
      state.isWaiting = false;
    }
  }

  function later(form) {
    const state = states.get(form);
    if (state.isSent) return;
    if (state.isSaving) state.isWaiting = true;
    else state.timer ??= setTimeout(() => save(form), SAVE_MS);
  }

  /** Unfold the form, unless it would fold another with words. */
  function unfold(form) {
    const folded = form.closest('details:not([open])');
    const others = folded?.name ? document.querySelectorAll(`details[name=${folded.name}][open] form`) : [];
    if (folded && ![...others].some(hasWords)) folded.open = true;
    const dialog = form.closest('dialog:not([open])');
    if (dialog && !document.querySelector('dialog:popover-open')) dialog.showPopover();
  }

  function restore(form, { fields, at }) {
    if (form.querySelector('#wrong') || hasWords(form)) return;
    fill(form, fields);
    if (!hasWords(form)) return;
    states.get(form).isKept = true;
    const shown = notice('restored', form);
    shown.querySelector('span').append(at ? ` ${at}` : '');
    shown.querySelector('button').addEventListener('click', async () => {
      form.reset();
      shown.remove();
      left.delete(form);
      await discard(form).catch(() => {});
    });
    unfold(form);
  }

  /** Show words whose form the page has no more, so that they can be copied. */
  function showLost(place, { form, fields }) {
    const words = Object.values(fields).filter((value) => value.trim().includes(' '));
    if (words.length === 0 || document.querySelector('[data-typed]')) return;
    const shown = notice(
      'lost',
      document.querySelector('.talk, .main-column') ?? document.getElementById('content'),
    );
    const field = shown.querySelector('textarea');
    field.value = words.join('\n\n');
    shown.querySelector('button').addEventListener('click', async () => {
      shown.remove();
      const body = new URLSearchParams({ place, form, edit: crypto.randomUUID() });
      await fetch('/drafts/discard', { method: 'POST', body }).catch(() => {});
    });
  }

  /** Take the form that was sent without a session, once it is shown to the same person again. */
  function takeUnsent(forms) {
    const kept = JSON.parse(sessionStorage.getItem(UNSENT) ?? 'null');
    if (kept === null) return;
    if (kept.user !== user) return sessionStorage.removeItem(UNSENT);
    const places = new Set(forms.map((form) => placeOf(pathOf(form))));
    if (!places.has(placeOf(kept.path))) return;
    sessionStorage.removeItem(UNSENT);
    const isSame = (form) =>
      pathOf(form) === kept.path &&
      [...form.elements].filter(isFixed).every(({ name, value }) => kept.fields[name] === value);
    const form = forms.find(isSame);
    if (!form) return showLost(placeOf(kept.path), { form: 'unsent', fields: kept.fields });
    restore(form, { fields: kept.fields });
    if (hasWords(form)) {
      left.add(form);
      later(form);
    }
  }

  async function restoreAll(forms) {
    for (const place of new Set(forms.map((form) => placeOf(pathOf(form))))) {
      const answer = await fetch(`/drafts?place=${encodeURIComponent(place)}`);
      for (const draft of await answer.json()) {
        const form = forms.find((one) => placeOf(pathOf(one)) === place && nameOf(one) === draft.form);
        if (form) restore(form, draft);
        else showLost(place, draft);
      }
    }
  }

  /** Whether the words of a form are stored. Those about selected rows are not: the selection is gone with the page. */
  const keeps = (form) => notices !== undefined && form.dataset.draft !== 'none';
  const written = [...document.querySelectorAll('form[method=post]')].filter(
    (form) => typedIn(form).length > 0,
  );
  for (const form of written) {
    begin(form);
    form.addEventListener('input', ({ target }) => {
      if (!target.matches(TYPED) && !hasWords(form)) return;
      hasWords(form) ? left.add(form) : left.delete(form);
      if (keeps(form)) later(form);
    });
    form.addEventListener('submit', (event) => {
      if (event.defaultPrevented) return;
      left.delete(form);
      if (!keeps(form)) return;
      const state = states.get(form);
      if (state.timer) void save(form, true);
      state.isSent = true;
      const sent = form.querySelector('input[name=draft]') ?? document.createElement('input');
      Object.assign(sent, { type: 'hidden', name: 'draft', value: `${state.edit} ${nameOf(form)}` });
      form.append(sent);
    });
  }
  addEventListener('beforeunload', (event) => {
    if (left.size > 0) event.preventDefault();
  });
  addEventListener('pagehide', () => {
    for (const [form, { timer, isSent }] of states) if (timer && !isSent) void save(form, true);
  });
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) for (const form of states.keys()) begin(form);
  });

  const unsent = document.getElementById('unsent');
  if (unsent) {
    const fields = Object.fromEntries(
      [...(unsent.content ?? unsent).querySelectorAll('input')].map(({ name, value }) => [name, value]),
    );
    const kept = { path: unsent.dataset.path, fields, user: sessionStorage.getItem(USER) };
    sessionStorage.setItem(UNSENT, JSON.stringify(kept));
  }
  if (notices) {
    sessionStorage.setItem(USER, user);
    const kept = written.filter(keeps);
    takeUnsent(kept);
    // Without an answer the forms stay as they are.
    restoreAll(kept).catch(() => {});
  }
}
