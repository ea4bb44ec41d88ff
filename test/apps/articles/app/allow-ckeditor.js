// Both in one rule: a name alone keeps nothing, `$customElement` alone no attributes.
export const ckeditor = {
  htmlSupport: {
    allow: [{ name: /^(\$customElement|connect-(pay-invoice|invoices))$/, attributes: true }],
  },
};
