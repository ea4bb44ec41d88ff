export const card = (html) => `<!--kg-card-begin: html-->\n${html}\n<!--kg-card-end: html-->`;
