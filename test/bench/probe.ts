/** Runs in the measured page, before the element's file, and tells when every element shows an option. */
export interface Sighting {
  /** Milliseconds from the start of the navigation until every element has an option in layout. */
  readonly shown: number;
  /** Milliseconds of each long task. */
  readonly longTasks: readonly number[];
}

declare global {
  var sighting: Promise<Sighting>;
}

const { tag = '', option: selector = '' } = document.documentElement.dataset;
const longTasks: number[] = [];
new PerformanceObserver((list) => {
  longTasks.push(...list.getEntries().map((entry) => entry.duration));
}).observe({ type: 'longtask', buffered: true });

const patience = 30_000;

/** Resolves with the time at which the first option of an element has a height. */
function firstOption(element: Element): Promise<number> {
  const root = element.shadowRoot ?? element;
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error(`${location.href} shows ${root.innerHTML}`)), patience);
    const look = () => {
      const option = root.querySelector(selector);
      if (!option?.getBoundingClientRect().height) return;
      resolve(performance.now());
      observer.disconnect();
    };
    const observer = new MutationObserver(look);
    observer.observe(root, { childList: true, subtree: true, attributeFilter: ['data-shown'] });
    look();
  });
}

/** Until the frame is painted and the long tasks up to it have been reported. */
function settled(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 50)));
  });
}

async function watch(): Promise<Sighting> {
  if (tag.includes('-')) await customElements.whenDefined(tag);
  const times = await Promise.all([...document.querySelectorAll(tag)].map(firstOption));
  await settled();
  return { shown: Math.max(...times), longTasks };
}

globalThis.sighting = watch();
