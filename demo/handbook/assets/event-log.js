/** Adds an event to a list, newest first. */
export function logEvent(list, { type, detail }) {
  const item = document.createElement('li');
  const name = document.createElement('strong');
  const pre = document.createElement('pre');
  name.textContent = type;
  pre.textContent = JSON.stringify(detail, null, 1);
  item.append(name, pre);
  list.prepend(item);
}
