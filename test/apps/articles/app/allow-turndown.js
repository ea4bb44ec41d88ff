export const turndown = {
  blankReplacement: (_text, { nodeName, outerHTML, isBlock }) =>
    nodeName.startsWith('CONNECT-') ? `\n\n${outerHTML}\n\n` : isBlock ? '\n\n' : '',
};
