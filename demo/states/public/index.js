// Gives each frame the height of what is in it.
for (const frame of document.querySelectorAll('iframe')) {
  frame.addEventListener('load', () => {
    const { documentElement } = frame.contentDocument;
    const fit = () => (frame.style.height = `${documentElement.offsetHeight}px`);
    new ResizeObserver(fit).observe(documentElement);
  });
}
