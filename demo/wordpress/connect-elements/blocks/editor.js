/**
 * The blocks in the editor: a card with a field for each attribute that `block.json` names. The page itself
 * is written by the server, so that what is saved is checked whenever it is shown.
 */
(({ blocks, blockEditor, components, element }, names) => {
  const { createElement, Fragment } = element;
  const { Placeholder, TextControl, ToggleControl } = components;

  const label = (name) =>
    name
      .replace(/^./, (first) => first.toUpperCase())
      .replace(/[A-Z]/g, (one, at) => (at ? ` ${one.toLowerCase()}` : one));

  const field = (name, { type }, { attributes, setAttributes }) =>
    type === 'boolean'
      ? createElement(ToggleControl, {
          key: name,
          label: label(name),
          checked: Boolean(attributes[name]),
          onChange: (isOn) => setAttributes({ [name]: isOn || undefined }),
        })
      : createElement(TextControl, {
          key: name,
          label: label(name),
          value: attributes[name] ?? '',
          onChange: (value) => setAttributes({ [name]: value.trim() || undefined }),
        });

  for (const name of names) {
    const edit = (props) => {
      const { title, description, attributes } = blocks.getBlockType(name);
      const own = Object.entries(attributes).filter(([key]) => !['lock', 'metadata'].includes(key));
      const fields = own.map(([key, rule]) => field(key, rule, props));
      return createElement(
        'div',
        blockEditor.useBlockProps(),
        createElement(
          Placeholder,
          { label: title, instructions: description },
          createElement(Fragment, {}, fields),
        ),
      );
    };
    // The server has said the rest of it.
    blocks.registerBlockType(name, { edit, save: () => null });
  }
})(window.wp, window.connectElementsBlocks);
