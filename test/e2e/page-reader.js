// Runs before any script of a page. Keeps what is told to the page, and reads all that it can read.
{
  const told = [];
  const names = 'load select submit transaction redirect outcome confirmed remove removed error';
  for (const name of names.split(' ')) {
    const type = `connect-${name}`;
    addEventListener(type, (event) => told.push([`event ${type}`, event.detail, event]), true);
  }
  addEventListener('error', ({ message, error }) => told.push(['error', message, error]), true);
  addEventListener('unhandledrejection', ({ reason }) => told.push(['rejection', reason]));
  for (const [level, say] of Object.entries(console)) {
    if (typeof say !== 'function') continue;
    console[level] = (...parts) => {
      told.push([`console.${level}`, ...parts]);
      say.apply(console, parts);
    };
  }

  const tryTo = (read) => {
    try {
      return read();
    } catch {
      return undefined;
    }
  };

  /** Every text that a value holds, however deep. The tree of the page is walked by itself. */
  function texts(value, found, seen = new Set(), depth = 0) {
    if (typeof value === 'string') found.add(value);
    if (Object(value) !== value || seen.has(value) || depth > 12) return;
    if (value instanceof Node || value instanceof CSSStyleDeclaration || value === window) return;
    seen.add(value);
    const inner = (one) => texts(one, found, seen, depth + 1);
    if (value instanceof Error) [value.message, value.stack, value.cause].forEach(inner);
    if (value instanceof Map || value instanceof Set) [...value.entries()].flat().forEach(inner);
    for (const key of Reflect.ownKeys(value)) {
      if (typeof key === 'string') found.add(key);
      inner(tryTo(() => value[key]));
    }
    for (const key in value) inner(tryTo(() => value[key]));
  }

  /** What an element of ours gives: its own fields, every getter of its classes, and its JSON. */
  function ofElement(element, found) {
    const seen = new Set();
    const keys = new Set();
    for (const key in element) keys.add(key);
    for (let type = element; type !== HTMLElement.prototype; type = Object.getPrototypeOf(type)) {
      Reflect.ownKeys(type).forEach((key) => keys.add(key));
    }
    for (const key of keys) {
      if (!/^(inner|outer)(HTML|Text)$/.test(String(key)))
        texts(
          tryTo(() => element[key]),
          found,
          seen,
        );
    }
    found.add(tryTo(() => JSON.stringify(element)) ?? '');
  }

  function ofTree(root, found) {
    found.add(root.documentElement?.outerHTML ?? root.innerHTML);
    for (const element of root.querySelectorAll('*')) {
      if ('value' in element) found.add(String(element.value));
      if (element.localName.startsWith('connect-')) ofElement(element, found);
      if (element.shadowRoot) ofTree(element.shadowRoot, found);
    }
  }

  /** What this page has on `window` beside what every page has. */
  function ofWindow(found) {
    const frame = document.createElement('iframe');
    document.documentElement.append(frame);
    const usual = new Set(Reflect.ownKeys(frame.contentWindow));
    frame.remove();
    for (const key of Reflect.ownKeys(window)) {
      if (!usual.has(key))
        texts(
          tryTo(() => window[key]),
          found,
        );
    }
  }

  const answered = (request) =>
    new Promise((resolve) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => resolve(undefined);
    });

  async function ofDatabases(found) {
    for (const { name } of await indexedDB.databases()) {
      found.add(name);
      const database = await answered(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const all = database.transaction(store).objectStore(store).getAll();
        texts(await answered(all), found);
      }
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        found.add(request.url);
        found.add(await (await cache.match(request)).text());
      }
    }
  }

  const read = async () => {
    const parts = {};
    const into = (place) => (parts[place] = new Set());
    ofTree(document, into('document'));
    texts(told, into('told'));
    const { href } = location;
    texts([href, document.referrer, document.title, window.name, history.state], into('address'));
    texts([document.cookie, { ...localStorage }, { ...sessionStorage }], into('storage'));
    await ofDatabases(into('databases'));
    into('performance').add(JSON.stringify(performance.getEntries()));
    ofWindow(into('window'));
    return Object.entries(parts).map(([place, found]) => [place, [...found].join('\n')]);
  };
  // By a symbol, so that what is recorded is not read as the page's own.
  window[Symbol.for('read everything')] = read;
}
