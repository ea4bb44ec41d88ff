/**
 * The blocks in the editor: a card with a field for each attribute that `block.json` names. The page itself
 * is written by the server, so that what is saved is checked whenever it is shown.
 */
(({ blocks, blockEditor, components, element }, names) => {
  const { createElement } = element;
  const { Placeholder, TextControl, ToggleControl } = components;

  const labels = { returnUrl: 'Return address', lang: 'Language', src: 'Path', guid: 'GUID' };
  const label = (name) =>
    labels[name] ??
    name
      .replace(/^./, (first) => first.toUpperCase())
      .replace(/[A-Z]/g, (one, at) => (at ? ` ${one.toLowerCase()}` : one));

  // The server leaves such a value out, and nobody else would tell who wrote it.
  const help = ({ pattern }, value) =>
    value && !new RegExp(`^(?:${pattern})$`).test(value)
      ? 'This does not fit, and is left out.'
      : undefined;

  const field = (name, rule, { attributes, setAttributes }) => {
    const value = attributes[name];
    return rule.type === 'boolean'
      ? createElement(ToggleControl, {
          key: name,
          label: label(name),
          checked: Boolean(value),
          onChange: (isOn) => setAttributes({ [name]: isOn || undefined }),
        })
      : createElement(TextControl, {
          key: name,
          label: label(name),
          value: value ?? '',
          help: help(rule, value),
          onChange: (text) => setAttributes({ [name]: text.trim() || undefined }),
        });
  };

  // WordPress puts what is in a card side by side, without a gap.
  const style = {
    display: 'grid',
    gap: '1rem',
    gridTemplateColumns: 'repeat(auto-fill, minmax(12rem, 1fr))',
    width: '100%',
  };

  for (const name of names) {
    const edit = (props) => {
      const { title, description, attributes } = blocks.getBlockType(name);
      const own = Object.entries(attributes).filter(
        ([, { type, pattern }]) => pattern || type === 'boolean',
      );
      const fields = own.map(([key, rule]) => field(key, rule, props));
      return createElement(
        'div',
        blockEditor.useBlockProps(),
        createElement(
          Placeholder,
          { label: title, instructions: description },
          createElement('div', { style }, fields),
        ),
      );
    };
    // The server has said the rest of it.
    blocks.registerBlockType(name, { edit, save: () => null });
  }
})(window.wp, window.connectElementsBlocks);
