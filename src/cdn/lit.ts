import type { Plugin } from 'vite';

/** What a part of Lit becomes in a file for a script tag. */
type Cut = readonly [part: RegExp, rest: string];

const cssTag: readonly Cut[] = [
  // Every browser with `:state()` has constructable style sheets. Ours are made by `unsafeCSS`.
  [
    /,e=\w+\.ShadowRoot&&.*?const r=.*?,i=/,
    ';const r=t=>{const s=new CSSStyleSheet;return s.replaceSync(t),s},i=',
  ],
  [/S=\(s,o\)=>\{.*?\},c=.*?;(?=export)/, 'S=(s,o)=>{s.adoptedStyleSheets=o};'],
  [/n as CSSResult,/, ''],
  [/c as getCompatibleStyle,e as supportsAdoptingStyleSheets,/, ''],
];

const reactiveElement: readonly Cut[] = [
  [/getCompatibleStyle as t,/, ''],
  [/CSSResult,css,supportsAdoptingStyleSheets,unsafeCSS/, 'css,unsafeCSS'],
  [/,t as getCompatibleStyle,f as notEqual/, ''],
  [/,u as defaultConverter/, ''],
  // Attributes are texts or booleans, and none is written back.
  [/,c=a\.trustedTypes.*?,p=/, ',p='],
  [/u=\{toAttribute.*?hasChanged:f\};.*?(?=class)/, 'u=0;'],
  [/attributeChangedCallback\(t,s,i\)\{.*?\}(?=_\$ET)/, attributeChanged()],
  [/_\$ET\(t,s\)\{.*?_\$Em=null\}\}/, ''],
  [/_\$AK\(t,s\)\{.*?_\$Em=null\}\}/, ''],
  [/this\._\$Em=null,/, ''],
  [/this\._\$Eq&&=.*?\)\),/, ''],
  // No property keeps its own first value, has converters or states, or is declared by a decorator.
  [/static addInitializer.*?\.push\(t\)\}/, ''],
  [/static get observedAttributes.*?(?=static finalizeStyles)/, declared()],
  [/static finalizeStyles.*?(?=constructor)/, ''],
  [/constructor\(\)\{super\(\).*?(?=addController)/, constructor()],
  [/_\$E_\(\)\{.*?(?=createRenderRoot)/, ''],
  [/requestUpdate\(t,s,i,e=!1,h\)\{.*?(?=async _\$EP)/, requestUpdate()],
  // No element has another schedule, or says when it should not update.
  [/const t=this\.scheduleUpdate\(\);return null!=t&&await t,/, 'return this.performUpdate(),'],
  [/scheduleUpdate\(\)\{.*?\}(?=performUpdate)/, ''],
  [/if\(this\.renderRoot\?\?=.*?(?=let t=!1)/, firstRender()],
  [/let t=!1;const s=this\._\$AL;try\{.*?(?=willUpdate\(t\)\{\})/, performUpdate()],
  [/_\$AE\(t\)\{.*?(?=_\$EM)/, ''],
  [/_\$EM\(\)\{this\._\$AL=new Map/, '_$EM(){this._$AL=new Set'],
  [
    /this\.getUpdateComplete\(\)\}getUpdateComplete\(\)\{return (this\._\$ES)\}shouldUpdate\(t\)\{return!0\}/,
    '$1}',
  ],
  [/firstUpdated\(t\)\{\}/, ''],
  [/enableUpdating\(t\)\{\}/, ''],
  [/y\.elementStyles=\[\],/, ''],
  [/,y\[d\("elementProperties"\)\]=new Map,y\[d\("finalized"\)\]=new Map/, ''],
  [/createRenderRoot\(\)\{.*?(?=connectedCallback)/, renderRoot()],
  [/,y\.shadowRootOptions=\{mode:"open"\}|y\.shadowRootOptions=\{mode:"open"\}/, '0'],
  // Nothing is a controller.
  [/addController\(t\)\{.*?\}/, ''],
  [/removeController\(t\)\{.*?\}/, ''],
  [/,this\._\$EO\?\.forEach\(t=>t\.hostConnected\?\.\(\)\)/, ''],
  [/this\._\$EO\?\.forEach\(t=>t\.hostDisconnected\?\.\(\)\)/, ''],
];

function attributeChanged(): string {
  return `attributeChangedCallback(t,s,e){const[h,r]=this.constructor._$Eh.get(t);this[h]=r?null!==e:e}`;
}

/**
 * Browsers ask once, when the element is registered. Each property of the class and of those above it gets
 * an accessor, but for one that has its own, as that of the token, and asks for the update itself.
 */
function declared(): string {
  return `static get observedAttributes(){this._$Eh=new Map,this._$Ek=[],this.elementStyles=[this.styles].flat();for(let s=this;s.properties;s=n(s))for(const[t,h]of Object.entries(s.properties)){const s=h.attribute??t,i=Symbol();s&&this._$Eh.set(s,[t,h.type]),this._$Ek.push(t),t in this.prototype||e(this.prototype,t,{get(){return this[i]},set(s){const h=this[i];this[i]=s,this.requestUpdate(t,h)}})}return[...this._$Eh.keys()]}`;
}

/** A root that a server has rendered is emptied by `attachShadow()`, which then gives it. */
function renderRoot(): string {
  return `createRenderRoot(){const t=this.attachShadow({mode:"open"});return t.adoptedStyleSheets=this.constructor.elementStyles,t}`;
}

/** Values that were set before the upgrade are kept aside, and set again before the first render. */
function constructor(): string {
  return `constructor(){super(),this._$ES=new Promise(t=>this.enableUpdating=t),this._$AL=new Set,this._$Ep=new Map;for(const t of this.constructor._$Ek)this.hasOwnProperty(t)&&(this._$Ep.set(t,this[t]),delete this[t]);this.requestUpdate()}`;
}

/** Nobody asks what a property was before: only which ones have changed. */
function requestUpdate(): string {
  return `requestUpdate(t,s){if(void 0!==t){if(i(this[t],s))return;this._$AL.add(t)}this.isUpdatePending||(this._$ES=this._$EP())}`;
}

function firstRender(): string {
  return `for(const[t,s]of this._$Ep??[])this[t]=s;this._$Ep=null}`;
}

function performUpdate(): string {
  return `const s=this._$AL;try{this.willUpdate(s),this.update(s)}catch(s){throw this._$EM(),s}this.hasUpdated=!0,this.updated(s)}`;
}

const litElement: readonly Cut[] = [
  // Only asynchronous directives ask whether they are connected.
  [/connectedCallback\(\)\{super.*?disconnectedCallback\(\)\{.*?\}/, ''],
  [/this\.hasUpdated\|\|\(this\.renderOptions\.isConnected=this\.isConnected\),/, ''],
  [/this\._\$Do=e\(r,this\.renderRoot,this\.renderOptions\)/, 'e(r,this.renderRoot)'],
  [/constructor\(\)\{super\(\.\.\.arguments\),this\.renderOptions=.*?\}(?=createRenderRoot)/, ''],
  // Style sheets are no elements to render before, and every element renders.
  [/createRenderRoot\(\)\{.*?\}(?=update)/, ''],
  [/render\(\)\{return r\}/, ''],
  [/i\._\$litElement\$=!0,i\["finalized"\]=!0,/, ''],
  [/,noChange as r/, ''],
];

const litHtml: readonly Cut[] = [
  // The build has marked the expressions.
  [/h="\$lit\$",o=.*?,(?=l=document)/, ''],
  [/,f="\[ .*?(?=,x=)/, ''],
  [/,w=x\(2\),T=x\(3\)/, ''],
  [/T as mathml,/, ''],
  [/,w as svg/, ''],
  [/const N=\(t,i\)=>\{.*?(?=function M)/, template()],
  [/const j=\{M:h.*?\},B=.*?;(?=const D=)/, ''],
  [/j as _\$LH,/, ''],
  // No expression is a directive, and none stands in place of an attribute.
  [/function M\(t,i,s=t,e\)\{.*?(?=class R)/, ''],
  [
    /class R\{constructor\(t,i\)\{.*?\}get parentNode.*?(?=u\(t\))/,
    'class R{constructor(t){this._$AV=[],this._$AD=t}',
  ],
  [/\(t\?\.creationScope\?\?l\)/, 'l'],
  [
    /let i;2===r\.type\?i=.*?,this\._\$AV\.push\(i\)/,
    'this._$AV.push(r.name?new H(h,r.name):new k(h,h.nextSibling))',
  ],
  // An attribute is one expression and nothing else.
  [/void 0!==s&&\(void 0!==s\.strings\?.*?:s\._\$AI\(t\[i\]\)\)/, 's._$AI(t[i])'],
  [/u\(t\)\{const\{el/, 'u(){const{el'],
  [/u\(this\.options\)/, 'u()'],
  [
    /class k\{get _\$AU.*?_\$AI\(t,i=this\)\{t=M\(this,t,i\),/,
    'class k{constructor(t,i){this._$AH=A,this._$AA=t,this._$AB=i}_$AI(t){',
  ],
  // What is no text, template, node or nothing is a list.
  [/&&t!==E(?=&&this\._\(t\))/, ''],
  // First, since an element of another file has other members by the same short names.
  [
    /void 0!==t\._\$litType\$\?this\.\$\(t\):void 0!==t\.nodeType\?this\.T\(t\):/,
    'void 0!==t.nodeType?this.T(t):void 0!==t._$litType$?this.$(t):',
  ],
  [/d\(t\)\?(this\.k\(t\)):this\._\(t\)/, '$1'],
  [/,d=t=>u\(t\)\|\|.*?iterator\]/, ''],
  [/,_\$litType\$:s\}=t,e="number"==typeof s\?(this\._\$AC\(t\)):\(.*?,s\)/, '}=t,e=$1'],
  [/new R\(e,this\)/, 'new R(e)'],
  [
    /new k\(this\.O\(c\(\)\),this\.O\(c\(\)\),this,this\.options\)/,
    'new k(this.O(c()),this.O(c()))',
  ],
  [/this\._\$AP\?\.\(!1,!0,s\);/, ';'],
  [/const s=i\(t\)\.nextSibling;i\(t\)\.remove/, 'const s=t.nextSibling;t.remove'],
  [/,i=t=>t(?=,s=)/, ''],
  [/setConnected\(t\)\{.*?\)\}(?=\}class H)/, ''],
  [/class H\{.*?\}class Z\{.*?_\$AI\(t\)\{M\(this,t\)\}\}/, attributePart()],
  [/const D=.*?,h\}/, 'const D=(t,i)=>{(i._$litPart$??=new k(i.appendChild(c()),null))._$AI(t)}'],
  [/E=Symbol\.for\("lit-noChange"\),/, ''],
  [/"invalid template strings array"/, ''],
  [/e=s\?s(\.createPolicy\(.*?\)):void 0/, 'e=s?$1'],
  [/return void 0!==e\?e\.createHTML\(i\):i/, 'return e?.createHTML(i)??i'],
  [/E as noChange,/, ''],
];

/** Lit's own constructor of a template, for strings that hold the marks already. */
function template(): string {
  return `class S{constructor({strings:t}){let i,s=0;const e=this.parts=[];for((this.el=l.createElement("template")).innerHTML=V(t,t.join("")),P.currentNode=this.el.content;null!==(i=P.nextNode())&&e.length<t.length-1;s++)if(1===i.nodeType)for(const t of i.getAttributeNames())t.endsWith("$")&&(e.push({index:s,name:t.slice(0,-1)}),i.removeAttribute(t));else e.push({index:s})}}`;
}

/** Properties, listeners among them, begin with a dot; everything else is an attribute. */
function attributePart(): string {
  return `class H{constructor(t,i){this._$AH=A,this.element=t,this.name=i}_$AI(t){if(t!==this._$AH){const{element:e,name:s}=this;this._$AH=t,"."===s[0]?e[s.slice(1)]=t:e.setAttribute(s,t??"")}}}`;
}

/** By the end of a module's name. */
const cuts: Readonly<Record<string, readonly Cut[]>> = {
  'reactive-element/css-tag.js': cssTag,
  'reactive-element/reactive-element.js': reactiveElement,
  'lit-element/lit-element.js': litElement,
  'lit-html/lit-html.js': litHtml,
};

/** Lit's hooks on `globalThis`: with short names they would be the page's own. */
const hooks: readonly Cut[] = [
  [/\b\w+\.\w+(?:Polyfill|Hydrate)Support\b/g, '(void 0)'],
  [/\(\w+\.\w+Versions\?\?=\[\]\)\.push\("[^"]*"\)/g, '0'],
];

/**
 * A module of Lit without what has no use in a file for a script tag; undefined when it is none of Lit's.
 *
 * @throws when Lit writes a part in another way, so that somebody looks at it again.
 */
export function cutLit(code: string, id: string): string | undefined {
  const name = Object.keys(cuts).find((end) => id.endsWith(end));
  if (!name) return undefined;
  const rest = (cuts[name] ?? []).reduce((before, [part, instead]) => {
    // By a function, since `$` means something in a text that replaces.
    const after = before.replace(part, (_, kept?: string) =>
      instead.replace('$1', () => kept ?? ''),
    );
    if (after === before) throw new Error(`${name} has no ${String(part)}`);
    return after;
  }, code);
  return hooks.reduce((all, [part, instead]) => all.replace(part, instead), rest);
}

/** The unit tests run on what is left of Lit as well as on all of it. */
export const withoutUnused: Plugin = {
  name: 'connect-elements:without-unused',
  transform(code, id) {
    const rest = cutLit(code, id);
    return rest === undefined ? undefined : { code: rest, map: null };
  },
};
