// Keeps the words of a person. Within a second they are stored at the server, so that they survive the end of the
// session, of the browser and of the server. A form that is shown again is filled with its unsent words. Asks before
// typed words are left.
{
  const SAVE_MS = 1000;
  const RETRY_MS = 2000;
  const MOST_KEEPALIVE = 60_000;
  const UNSENT = 'rida-unsent';
  const USER = 'rida-user';
  const TYPED = `textarea, ${['', 'text', 'email', 'tel', 'number', 'date', 'time', 'datetime-local']
    .map((type) => (type === '' ? 'input:not([type])' : `input[type=${type}]`))
    .join(', ')}`;
  const NOT_KEPT = new Set(['hidden', 'file', 'submit', 'button', 'password']);
  // A draft stays one of the version that its writer saw, so that a change by a colleague is shown before it is sent.
  const BASE = '_base';
  const root = document.getElementById('draft-notices');
  const notices = root?.content;
  const { user, at: keptAt, over: isOver } = root?.dataset ?? {};
  // A page without a sign-in may have no form any more. It shows the words of its address.
  const ownPlace = root && user === undefined ? location.pathname : undefined;
  const states = new Map();
  const left = new Set();

  const pathOf = (form) => new URL(form.getAttribute('action') ?? '', location.href).pathname;
  /** The page of a form: that above its action. A form that is sent to its own page names it. */
  const placeOf = (form) => form.dataset.place ?? parentOf(pathOf(form));
  const parentOf = (path) => path.slice(0, path.lastIndexOf('/')) || '/';
  const typedIn = (form) => [...form.querySelectorAll(TYPED)].filter(({ name }) => name !== '');
  const isFixed = ({ name, type }) => type === 'hidden' && !/^(token|seen|draft)(:|$)/.test(name);

  /** The name of a form among those of its page: its own, or its action and the hidden fields that distinguish it. */
  const nameOf = (form, path = pathOf(form)) =>
    form.dataset.draft ??
    [
      path.slice(path.lastIndexOf('/') + 1),
      ...[...form.elements].filter(isFixed).map(({ name, value }) => `${name}=${value}`),
    ]
      .join(' ')
      .slice(0, 300);

  // Skip the rows of a table that belong to the form: a selection is gone with its page.
  const keptFields = (form) =>
    [...form.elements].filter(
      (field) => field.name && form.contains(field) && (field.name === BASE || !NOT_KEPT.has(field.type)),
    );
  const isChosen = ({ type, checked }) => checked || (type !== 'checkbox' && type !== 'radio');
  const boxKey = (name, value) => `${name}=${value}`;
  const keyOf = ({ type, name, value }) => (type === 'checkbox' ? boxKey(name, value) : name);
  const valuesOf = (form) =>
    Object.fromEntries(
      keptFields(form)
        .filter(isChosen)
        .map((field) => [keyOf(field), field.value]),
    );
  const hasWords = (form) =>
    typedIn(form).some(({ value, defaultValue }) => value.trim() !== defaultValue.trim());

  function fill(form, fields) {
    for (const field of keptFields(form)) {
      const value = fields[keyOf(field)] ?? fields[field.name];
      if (field.type === 'checkbox') field.checked = value === field.value;
      else if (field.type === 'radio') field.checked = value === field.value;
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

  function post(path, fields, keepalive = false) {
    const body = new URLSearchParams(fields);
    return fetch(path, {
      method: 'POST',
      body,
      keepalive: keepalive && body.toString().length < MOST_KEEPALIVE,
    });
  }
  const atServer = {
    list: async (place) => (await fetch(`${keptAt}?place=${encodeURIComponent(place)}`)).json(),
    save: (draft, keepalive) => post(keptAt, { ...draft, fields: JSON.stringify(draft.fields) }, keepalive),
    end: (draft) => post(`${keptAt}/discard`, draft),
  };
  const itemOf = (place) => `rida-draft ${place}`;
  const stored = (place) => JSON.parse(localStorage.getItem(itemOf(place)) ?? '{}');
  /** Words of a person who did not sign in stay in their browser until they send them. */
  const inBrowser = {
    list: async (place) => Object.entries(stored(place)).map(([form, fields]) => ({ form, fields })),
    save: async ({ place, form, fields }) => {
      localStorage.setItem(itemOf(place), JSON.stringify({ ...stored(place), [form]: fields }));
      return { ok: true };
    },
    end: async ({ place, form }) => {
      const { [form]: _, ...others } = stored(place);
      localStorage.setItem(itemOf(place), JSON.stringify(others));
    },
  };
  const drafts = keptAt === undefined ? inBrowser : atServer;
  const draftOf = (form) => ({ place: placeOf(form), form: nameOf(form), edit: states.get(form).edit });

  async function discard(form) {
    clearTimeout(states.get(form).timer);
    await drafts.end(draftOf(form));
    begin(form);
  }

  async function save(form, keepalive) {
    const state = states.get(form);
    clearTimeout(state.timer);
    state.timer = undefined;
    if (!hasWords(form)) return state.isKept ? discard(form).catch(() => {}) : undefined;
    state.isSaving = true;
    try {
      const answer = await drafts.save({ ...draftOf(form), fields: valuesOf(form) }, keepalive);
      if (answer.status === 401) return notice('ended', form);
      if (answer.status === 400 || answer.status === 413) return notice('large', form);
      if (!answer.ok) throw new Error(`the draft was not stored: ${answer.status}`);
      state.isKept = true;
      for (const kind of ['ended', 'failed', 'large'])
        form.querySelector(`:scope > [data-notice=${kind}]`)?.remove();
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

  /** Unfold the form, or the form around a part of it, unless that would fold another with words. */
  function unfold(form) {
    const edited = typedIn(form).filter(({ value, defaultValue }) => value !== defaultValue);
    for (const part of [form, ...edited]) {
      for (
        let folded = part.closest('details:not([open])');
        folded;
        folded = folded.closest('details:not([open])')
      ) {
        const others = folded.name
          ? document.querySelectorAll(`details[name=${folded.name}][open] form`)
          : [];
        if ([...others].some(hasWords)) break;
        folded.open = true;
      }
    }
    const dialog = form.closest('dialog:not([open])');
    if (dialog && !document.querySelector('dialog:popover-open')) dialog.showPopover();
  }

  /** Whether the page is the answer to this form: it has the words already, and its reason. */
  const isAnswer = (form) =>
    form.dataset.kept !== undefined ||
    form.querySelector('#wrong') !== null ||
    (form.dataset.place === undefined && pathOf(form) === location.pathname);

  function restore(form, { fields, at }) {
    if (isAnswer(form) || hasWords(form)) return;
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
      await drafts.end({ place, form, edit: crypto.randomUUID() })?.catch(() => {});
    });
  }

  /** Take the form that was sent without a session, once it is shown to the same person again. */
  function takeUnsent(forms) {
    const kept = JSON.parse(sessionStorage.getItem(UNSENT) ?? 'null');
    if (kept === null) return;
    if (kept.user !== user) return sessionStorage.removeItem(UNSENT);
    const [, place = parentOf(kept.path), ...name] = (kept.fields.draft ?? '').split(' ');
    const isOfPlace = (form) => placeOf(form) === place;
    if (!forms.some(isOfPlace)) return;
    sessionStorage.removeItem(UNSENT);
    const hasFixed = (form) =>
      [...form.elements].filter(isFixed).every((field) => kept.fields[field.name] === field.value);
    const isSame = (form) =>
      pathOf(form) === kept.path && (name.length > 0 ? nameOf(form) === name.join(' ') : hasFixed(form));
    const form = forms.find(isSame);
    if (!form) return showLost(place, { form: 'unsent', fields: kept.fields });
    restore(form, { fields: kept.fields });
    if (hasWords(form)) {
      left.add(form);
      later(form);
    }
  }

  async function restoreAll(forms) {
    for (const place of new Set([...(ownPlace ? [ownPlace] : []), ...forms.map(placeOf)])) {
      for (const draft of await drafts.list(place)) {
        const form = forms.find((one) => placeOf(one) === place && nameOf(one) === draft.form);
        if (form) restore(form, draft);
        else showLost(place, draft);
      }
    }
  }

  /** Whether the words of a form are stored. */
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
      if (drafts === inBrowser) return;
      const sent = form.querySelector('input[name=draft]') ?? document.createElement('input');
      const { place, form: name, edit } = draftOf(form);
      Object.assign(sent, { type: 'hidden', name: 'draft', value: `${edit} ${place} ${name}` });
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
    const inputs = [...(unsent.content ?? unsent).querySelectorAll('input')];
    const fields = Object.fromEntries(
      inputs.flatMap(({ name, value }) => [
        [name, value],
        [boxKey(name, value), value],
      ]),
    );
    const kept = { path: unsent.dataset.path, fields, user: sessionStorage.getItem(USER) };
    sessionStorage.setItem(UNSENT, JSON.stringify(kept));
  }
  if (notices) {
    if (user) sessionStorage.setItem(USER, user);
    if (isOver !== undefined) localStorage.removeItem(itemOf(ownPlace));
    const kept = written.filter(keeps);
    takeUnsent(kept);
    // Without an answer the forms stay as they are.
    restoreAll(kept).catch(() => {});
  }
}
