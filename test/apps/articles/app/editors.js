/** Each editor as it comes, and with what the handbook says to allow: loads HTML and gives what it would save. */
import { Editor as Tiptap } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';
import {
  Bold,
  ClassicEditor,
  Essentials,
  GeneralHtmlSupport,
  Heading,
  Link,
  List,
  Paragraph,
} from 'ckeditor5';
import { $generateHtmlFromNodes, $generateNodesFromDOM } from '@lexical/html';
import { LinkNode } from '@lexical/link';
import { ListItemNode, ListNode } from '@lexical/list';
import { HeadingNode, QuoteNode } from '@lexical/rich-text';
import { $getRoot, $insertNodes, createEditor } from 'lexical';
import { DOMParser, DOMSerializer } from 'prosemirror-model';
import { schema } from 'prosemirror-schema-basic';
import Quill from 'quill';
import tinymce from 'tinymce';
import 'tinymce/icons/default';
import 'tinymce/models/dom';
import 'tinymce/plugins/link';
import 'tinymce/themes/silver';
import 'trix';
import { ckeditor } from './allow-ckeditor.js';
import { PayInvoiceNode } from './allow-lexical.js';
import { schema as withPayInvoice } from './allow-prosemirror.js';
import { PayInvoice as QuillNode } from './allow-quill.js';
import { allowed as sanitizer } from './allow-sethtml.js';
import { tinymce as allowed } from './allow-tinymce.js';
import { PayInvoice } from './allow-tiptap.js';

function place(tag = 'div') {
  const element = document.createElement(tag);
  document.body.append(element);
  return element;
}

const parsed = (html) => new window.DOMParser().parseFromString(html, 'text/html');

async function inCkeditor(html, more = {}) {
  const plugins = [Essentials, Paragraph, Heading, Bold, List, Link];
  const config = { licenseKey: 'GPL', plugins, ...more };
  if (more.htmlSupport) config.plugins = [...plugins, GeneralHtmlSupport];
  const editor = await ClassicEditor.create(place(), config);
  editor.setData(html);
  return editor.getData();
}

async function inTinymce(html, more = {}) {
  const options = {
    target: place('textarea'),
    license_key: 'gpl',
    skin: false,
    content_css: false,
    plugins: 'link',
    ...more,
  };
  const [editor] = await tinymce.init(options);
  editor.setContent(html);
  return editor.getContent();
}

const inTiptap = (html, extensions = []) =>
  new Tiptap({
    element: place(),
    extensions: [StarterKit, ...extensions],
    content: html,
  }).getHTML();

function inProseMirror(html, known = schema) {
  const node = DOMParser.fromSchema(known).parse(parsed(html).body);
  const out = document.createElement('div');
  out.append(DOMSerializer.fromSchema(known).serializeFragment(node.content));
  return out.innerHTML;
}

async function inLexical(html, more = []) {
  const editor = createEditor({
    nodes: [HeadingNode, QuoteNode, ListNode, ListItemNode, LinkNode, ...more],
    onError: (error) => {
      throw error;
    },
  });
  editor.setRootElement(Object.assign(place(), { contentEditable: 'true' }));
  await new Promise((resolve) =>
    editor.update(
      () => {
        const nodes = $generateNodesFromDOM(editor, parsed(html));
        $getRoot().select();
        $insertNodes(nodes);
      },
      { onUpdate: resolve },
    ),
  );
  return editor.read(() => $generateHtmlFromNodes(editor));
}

function inQuill(html) {
  const editor = new Quill(place());
  editor.setContents(editor.clipboard.convert({ html }));
  return editor.getSemanticHTML();
}

function inQuillAllowed(html) {
  Quill.register(QuillNode, true);
  const editor = new Quill(place());
  editor.setContents(editor.clipboard.convert({ html }));
  return editor.root.innerHTML;
}

function inTrix(html) {
  const input = Object.assign(place('input'), {
    id: `trix-${document.querySelectorAll('input').length}`,
  });
  const editor = place('trix-editor');
  editor.setAttribute('input', input.id);
  return new Promise((resolve) => {
    const load = () => {
      editor.editor.loadHTML(html);
      resolve(input.value);
    };
    if (editor.editor) load();
    else editor.addEventListener('trix-initialize', load);
  });
}

function bySetHtml(html, options) {
  const out = document.createElement('div');
  if (!out.setHTML) throw new Error('no setHTML');
  out.setHTML(html, options);
  return out.innerHTML;
}

/** By package. */
const editors = {
  ckeditor5: [inCkeditor, (html) => inCkeditor(html, ckeditor)],
  tinymce: [inTinymce, (html) => inTinymce(html, allowed)],
  '@tiptap/core': [inTiptap, (html) => inTiptap(html, [PayInvoice])],
  'prosemirror-schema-basic': [
    (html) => inProseMirror(html),
    (html) => inProseMirror(html, withPayInvoice),
  ],
  lexical: [(html) => inLexical(html), (html) => inLexical(html, [PayInvoiceNode])],
  quill: [inQuill, inQuillAllowed],
  trix: [inTrix],
  setHTML: [(html) => bySetHtml(html), (html) => bySetHtml(html, { sanitizer: sanitizer() })],
};

/** What is allowed comes last, since some of it is registered for good. */
window.cleanAll = async (carriers) => {
  const all = {};
  for (const [at, word] of ['plain', 'allowed'].entries()) {
    for (const [name, ways] of Object.entries(editors)) {
      const clean = ways[at];
      if (!clean) continue;
      for (const [carrier, html] of Object.entries(carriers)) {
        all[name] ??= {};
        all[name][carrier] ??= {};
        all[name][carrier][word] = String(await clean(html));
      }
    }
  }
  return all;
};
