/*! footnote.js, sources sha256:e5d65d7f91afadda7355684ba551b398c5560a96fa26f0df903b8d8a5252951e */
var Et=Object.defineProperty;var Ct=Object.getOwnPropertyDescriptor;var d=(s,t,e,r)=>{for(var i=r>1?void 0:r?Ct(t,e):t,o=s.length-1,n;o>=0;o--)(n=s[o])&&(i=(r?n(t,e,i):n(i))||i);return r&&i&&Et(t,e,i),i};var ce=globalThis,ue=ce.ShadowRoot&&(ce.ShadyCSS===void 0||ce.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype,ke=Symbol(),ze=new WeakMap,F=class{constructor(t,e,r){if(this._$cssResult$=!0,r!==ke)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=t,this.t=e}get styleSheet(){let t=this.o,e=this.t;if(ue&&t===void 0){let r=e!==void 0&&e.length===1;r&&(t=ze.get(e)),t===void 0&&((this.o=t=new CSSStyleSheet).replaceSync(this.cssText),r&&ze.set(e,t))}return t}toString(){return this.cssText}},Be=s=>new F(typeof s=="string"?s:s+"",void 0,ke),$=(s,...t)=>{let e=s.length===1?s[0]:t.reduce((r,i,o)=>r+(n=>{if(n._$cssResult$===!0)return n.cssText;if(typeof n=="number")return n;throw Error("Value passed to 'css' function must be a 'css' function result: "+n+". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.")})(i)+s[o+1],s[0]);return new F(e,s,ke)},Ve=(s,t)=>{if(ue)s.adoptedStyleSheets=t.map(e=>e instanceof CSSStyleSheet?e:e.styleSheet);else for(let e of t){let r=document.createElement("style"),i=ce.litNonce;i!==void 0&&r.setAttribute("nonce",i),r.textContent=e.cssText,s.appendChild(r)}},Se=ue?s=>s:s=>s instanceof CSSStyleSheet?(t=>{let e="";for(let r of t.cssRules)e+=r.cssText;return Be(e)})(s):s;var{is:Rt,defineProperty:Pt,getOwnPropertyDescriptor:qt,getOwnPropertyNames:Lt,getOwnPropertySymbols:Ut,getPrototypeOf:Nt}=Object,de=globalThis,Ke=de.trustedTypes,Ot=Ke?Ke.emptyScript:"",Mt=de.reactiveElementPolyfillSupport,Z=(s,t)=>s,X={toAttribute(s,t){switch(t){case Boolean:s=s?Ot:null;break;case Object:case Array:s=s==null?s:JSON.stringify(s)}return s},fromAttribute(s,t){let e=s;switch(t){case Boolean:e=s!==null;break;case Number:e=s===null?null:Number(s);break;case Object:case Array:try{e=JSON.parse(s)}catch{e=null}}return e}},he=(s,t)=>!Rt(s,t),We={attribute:!0,type:String,converter:X,reflect:!1,useDefault:!1,hasChanged:he};Symbol.metadata??=Symbol("metadata"),de.litPropertyMetadata??=new WeakMap;var E=class extends HTMLElement{static addInitializer(t){this._$Ei(),(this.l??=[]).push(t)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(t,e=We){if(e.state&&(e.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(t)&&((e=Object.create(e)).wrapped=!0),this.elementProperties.set(t,e),!e.noAccessor){let r=Symbol(),i=this.getPropertyDescriptor(t,r,e);i!==void 0&&Pt(this.prototype,t,i)}}static getPropertyDescriptor(t,e,r){let{get:i,set:o}=qt(this.prototype,t)??{get(){return this[e]},set(n){this[e]=n}};return{get:i,set(n){let u=i?.call(this);o?.call(this,n),this.requestUpdate(t,u,r)},configurable:!0,enumerable:!0}}static getPropertyOptions(t){return this.elementProperties.get(t)??We}static _$Ei(){if(this.hasOwnProperty(Z("elementProperties")))return;let t=Nt(this);t.finalize(),t.l!==void 0&&(this.l=[...t.l]),this.elementProperties=new Map(t.elementProperties)}static finalize(){if(this.hasOwnProperty(Z("finalized")))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(Z("properties"))){let e=this.properties,r=[...Lt(e),...Ut(e)];for(let i of r)this.createProperty(i,e[i])}let t=this[Symbol.metadata];if(t!==null){let e=litPropertyMetadata.get(t);if(e!==void 0)for(let[r,i]of e)this.elementProperties.set(r,i)}this._$Eh=new Map;for(let[e,r]of this.elementProperties){let i=this._$Eu(e,r);i!==void 0&&this._$Eh.set(i,e)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(t){let e=[];if(Array.isArray(t)){let r=new Set(t.flat(1/0).reverse());for(let i of r)e.unshift(Se(i))}else t!==void 0&&e.push(Se(t));return e}static _$Eu(t,e){let r=e.attribute;return r===!1?void 0:typeof r=="string"?r:typeof t=="string"?t.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){this._$ES=new Promise(t=>this.enableUpdating=t),this._$AL=new Map,this._$E_(),this.requestUpdate(),this.constructor.l?.forEach(t=>t(this))}addController(t){(this._$EO??=new Set).add(t),this.renderRoot!==void 0&&this.isConnected&&t.hostConnected?.()}removeController(t){this._$EO?.delete(t)}_$E_(){let t=new Map,e=this.constructor.elementProperties;for(let r of e.keys())this.hasOwnProperty(r)&&(t.set(r,this[r]),delete this[r]);t.size>0&&(this._$Ep=t)}createRenderRoot(){let t=this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions);return Ve(t,this.constructor.elementStyles),t}connectedCallback(){this.renderRoot??=this.createRenderRoot(),this.enableUpdating(!0),this._$EO?.forEach(t=>t.hostConnected?.())}enableUpdating(t){}disconnectedCallback(){this._$EO?.forEach(t=>t.hostDisconnected?.())}attributeChangedCallback(t,e,r){this._$AK(t,r)}_$ET(t,e){let r=this.constructor.elementProperties.get(t),i=this.constructor._$Eu(t,r);if(i!==void 0&&r.reflect===!0){let o=(r.converter?.toAttribute!==void 0?r.converter:X).toAttribute(e,r.type);this._$Em=t,o==null?this.removeAttribute(i):this.setAttribute(i,o),this._$Em=null}}_$AK(t,e){let r=this.constructor,i=r._$Eh.get(t);if(i!==void 0&&this._$Em!==i){let o=r.getPropertyOptions(i),n=typeof o.converter=="function"?{fromAttribute:o.converter}:o.converter?.fromAttribute!==void 0?o.converter:X;this._$Em=i;let u=n.fromAttribute(e,o.type);this[i]=u??this._$Ej?.get(i)??u,this._$Em=null}}requestUpdate(t,e,r,i=!1,o){if(t!==void 0){let n=this.constructor;if(i===!1&&(o=this[t]),r??=n.getPropertyOptions(t),!((r.hasChanged??he)(o,e)||r.useDefault&&r.reflect&&o===this._$Ej?.get(t)&&!this.hasAttribute(n._$Eu(t,r))))return;this.C(t,e,r)}this.isUpdatePending===!1&&(this._$ES=this._$EP())}C(t,e,{useDefault:r,reflect:i,wrapped:o},n){r&&!(this._$Ej??=new Map).has(t)&&(this._$Ej.set(t,n??e??this[t]),o!==!0||n!==void 0)||(this._$AL.has(t)||(this.hasUpdated||r||(e=void 0),this._$AL.set(t,e)),i===!0&&this._$Em!==t&&(this._$Eq??=new Set).add(t))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(e){Promise.reject(e)}let t=this.scheduleUpdate();return t!=null&&await t,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){if(!this.isUpdatePending)return;if(!this.hasUpdated){if(this.renderRoot??=this.createRenderRoot(),this._$Ep){for(let[i,o]of this._$Ep)this[i]=o;this._$Ep=void 0}let r=this.constructor.elementProperties;if(r.size>0)for(let[i,o]of r){let{wrapped:n}=o,u=this[i];n!==!0||this._$AL.has(i)||u===void 0||this.C(i,void 0,o,u)}}let t=!1,e=this._$AL;try{t=this.shouldUpdate(e),t?(this.willUpdate(e),this._$EO?.forEach(r=>r.hostUpdate?.()),this.update(e)):this._$EM()}catch(r){throw t=!1,this._$EM(),r}t&&this._$AE(e)}willUpdate(t){}_$AE(t){this._$EO?.forEach(e=>e.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(t)),this.updated(t)}_$EM(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(t){return!0}update(t){this._$Eq&&=this._$Eq.forEach(e=>this._$ET(e,this[e])),this._$EM()}updated(t){}firstUpdated(t){}};E.elementStyles=[],E.shadowRootOptions={mode:"open"},E[Z("elementProperties")]=new Map,E[Z("finalized")]=new Map,Mt?.({ReactiveElement:E}),(de.reactiveElementVersions??=[]).push("2.1.2");var Pe=globalThis,Qe=s=>s,pe=Pe.trustedTypes,Je=pe?pe.createPolicy("lit-html",{createHTML:s=>s}):void 0,et="$lit$",C=`lit$${Math.random().toFixed(9).slice(2)}$`,tt="?"+C,jt=`<${tt}>`,O=document,te=()=>O.createComment(""),re=s=>s===null||typeof s!="object"&&typeof s!="function",qe=Array.isArray,It=s=>qe(s)||typeof s?.[Symbol.iterator]=="function",Ae=`[ 	
\f\r]`,ee=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,Ge=/-->/g,Ye=/>/g,U=RegExp(`>|${Ae}(?:([^\\s"'>=/]+)(${Ae}*=${Ae}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),Fe=/'/g,Ze=/"/g,rt=/^(?:script|style|textarea|title)$/i,Le=s=>(t,...e)=>({_$litType$:s,strings:t,values:e}),a=Le(1),R=Le(2),hr=Le(3),M=Symbol.for("lit-noChange"),c=Symbol.for("lit-nothing"),Xe=new WeakMap,N=O.createTreeWalker(O,129);function st(s,t){if(!qe(s)||!s.hasOwnProperty("raw"))throw Error("invalid template strings array");return Je!==void 0?Je.createHTML(t):t}var Ht=(s,t)=>{let e=s.length-1,r=[],i,o=t===2?"<svg>":t===3?"<math>":"",n=ee;for(let u=0;u<e;u++){let l=s[u],p,g,m=-1,v=0;for(;v<l.length&&(n.lastIndex=v,g=n.exec(l),g!==null);)v=n.lastIndex,n===ee?g[1]==="!--"?n=Ge:g[1]!==void 0?n=Ye:g[2]!==void 0?(rt.test(g[2])&&(i=RegExp("</"+g[2],"g")),n=U):g[3]!==void 0&&(n=U):n===U?g[0]===">"?(n=i??ee,m=-1):g[1]===void 0?m=-2:(m=n.lastIndex-g[2].length,p=g[1],n=g[3]===void 0?U:g[3]==='"'?Ze:Fe):n===Ze||n===Fe?n=U:n===Ge||n===Ye?n=ee:(n=U,i=void 0);let f=n===U&&s[u+1].startsWith("/>")?" ":"";o+=n===ee?l+jt:m>=0?(r.push(p),l.slice(0,m)+et+l.slice(m)+C+f):l+C+(m===-2?u:f)}return[st(s,o+(s[e]||"<?>")+(t===2?"</svg>":t===3?"</math>":"")),r]},se=class s{constructor({strings:t,_$litType$:e},r){let i;this.parts=[];let o=0,n=0,u=t.length-1,l=this.parts,[p,g]=Ht(t,e);if(this.el=s.createElement(p,r),N.currentNode=this.el.content,e===2||e===3){let m=this.el.content.firstChild;m.replaceWith(...m.childNodes)}for(;(i=N.nextNode())!==null&&l.length<u;){if(i.nodeType===1){if(i.hasAttributes())for(let m of i.getAttributeNames())if(m.endsWith(et)){let v=g[n++],f=i.getAttribute(m).split(C),_=/([.?@])?(.*)/.exec(v);l.push({type:1,index:o,name:_[2],strings:f,ctor:_[1]==="."?Te:_[1]==="?"?Ee:_[1]==="@"?Ce:V}),i.removeAttribute(m)}else m.startsWith(C)&&(l.push({type:6,index:o}),i.removeAttribute(m));if(rt.test(i.tagName)){let m=i.textContent.split(C),v=m.length-1;if(v>0){i.textContent=pe?pe.emptyScript:"";for(let f=0;f<v;f++)i.append(m[f],te()),N.nextNode(),l.push({type:2,index:++o});i.append(m[v],te())}}}else if(i.nodeType===8)if(i.data===tt)l.push({type:2,index:o});else{let m=-1;for(;(m=i.data.indexOf(C,m+1))!==-1;)l.push({type:7,index:o}),m+=C.length-1}o++}}static createElement(t,e){let r=O.createElement("template");return r.innerHTML=t,r}};function B(s,t,e=s,r){if(t===M)return t;let i=r!==void 0?e._$Co?.[r]:e._$Cl,o=re(t)?void 0:t._$litDirective$;return i?.constructor!==o&&(i?._$AO?.(!1),o===void 0?i=void 0:(i=new o(s),i._$AT(s,e,r)),r!==void 0?(e._$Co??=[])[r]=i:e._$Cl=i),i!==void 0&&(t=B(s,i._$AS(s,t.values),i,r)),t}var _e=class{constructor(t,e){this._$AV=[],this._$AN=void 0,this._$AD=t,this._$AM=e}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(t){let{el:{content:e},parts:r}=this._$AD,i=(t?.creationScope??O).importNode(e,!0);N.currentNode=i;let o=N.nextNode(),n=0,u=0,l=r[0];for(;l!==void 0;){if(n===l.index){let p;l.type===2?p=new ie(o,o.nextSibling,this,t):l.type===1?p=new l.ctor(o,l.name,l.strings,this,t):l.type===6&&(p=new Re(o,this,t)),this._$AV.push(p),l=r[++u]}n!==l?.index&&(o=N.nextNode(),n++)}return N.currentNode=O,i}p(t){let e=0;for(let r of this._$AV)r!==void 0&&(r.strings!==void 0?(r._$AI(t,r,e),e+=r.strings.length-2):r._$AI(t[e])),e++}},ie=class s{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(t,e,r,i){this.type=2,this._$AH=c,this._$AN=void 0,this._$AA=t,this._$AB=e,this._$AM=r,this.options=i,this._$Cv=i?.isConnected??!0}get parentNode(){let t=this._$AA.parentNode,e=this._$AM;return e!==void 0&&t?.nodeType===11&&(t=e.parentNode),t}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(t,e=this){t=B(this,t,e),re(t)?t===c||t==null||t===""?(this._$AH!==c&&this._$AR(),this._$AH=c):t!==this._$AH&&t!==M&&this._(t):t._$litType$!==void 0?this.$(t):t.nodeType!==void 0?this.T(t):It(t)?this.k(t):this._(t)}O(t){return this._$AA.parentNode.insertBefore(t,this._$AB)}T(t){this._$AH!==t&&(this._$AR(),this._$AH=this.O(t))}_(t){this._$AH!==c&&re(this._$AH)?this._$AA.nextSibling.data=t:this.T(O.createTextNode(t)),this._$AH=t}$(t){let{values:e,_$litType$:r}=t,i=typeof r=="number"?this._$AC(t):(r.el===void 0&&(r.el=se.createElement(st(r.h,r.h[0]),this.options)),r);if(this._$AH?._$AD===i)this._$AH.p(e);else{let o=new _e(i,this),n=o.u(this.options);o.p(e),this.T(n),this._$AH=o}}_$AC(t){let e=Xe.get(t.strings);return e===void 0&&Xe.set(t.strings,e=new se(t)),e}k(t){qe(this._$AH)||(this._$AH=[],this._$AR());let e=this._$AH,r,i=0;for(let o of t)i===e.length?e.push(r=new s(this.O(te()),this.O(te()),this,this.options)):r=e[i],r._$AI(o),i++;i<e.length&&(this._$AR(r&&r._$AB.nextSibling,i),e.length=i)}_$AR(t=this._$AA.nextSibling,e){for(this._$AP?.(!1,!0,e);t!==this._$AB;){let r=Qe(t).nextSibling;Qe(t).remove(),t=r}}setConnected(t){this._$AM===void 0&&(this._$Cv=t,this._$AP?.(t))}},V=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(t,e,r,i,o){this.type=1,this._$AH=c,this._$AN=void 0,this.element=t,this.name=e,this._$AM=i,this.options=o,r.length>2||r[0]!==""||r[1]!==""?(this._$AH=Array(r.length-1).fill(new String),this.strings=r):this._$AH=c}_$AI(t,e=this,r,i){let o=this.strings,n=!1;if(o===void 0)t=B(this,t,e,0),n=!re(t)||t!==this._$AH&&t!==M,n&&(this._$AH=t);else{let u=t,l,p;for(t=o[0],l=0;l<o.length-1;l++)p=B(this,u[r+l],e,l),p===M&&(p=this._$AH[l]),n||=!re(p)||p!==this._$AH[l],p===c?t=c:t!==c&&(t+=(p??"")+o[l+1]),this._$AH[l]=p}n&&!i&&this.j(t)}j(t){t===c?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,t??"")}},Te=class extends V{constructor(){super(...arguments),this.type=3}j(t){this.element[this.name]=t===c?void 0:t}},Ee=class extends V{constructor(){super(...arguments),this.type=4}j(t){this.element.toggleAttribute(this.name,!!t&&t!==c)}},Ce=class extends V{constructor(t,e,r,i,o){super(t,e,r,i,o),this.type=5}_$AI(t,e=this){if((t=B(this,t,e,0)??c)===M)return;let r=this._$AH,i=t===c&&r!==c||t.capture!==r.capture||t.once!==r.once||t.passive!==r.passive,o=t!==c&&(r===c||i);i&&this.element.removeEventListener(this.name,this,r),o&&this.element.addEventListener(this.name,this,t),this._$AH=t}handleEvent(t){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,t):this._$AH.handleEvent(t)}},Re=class{constructor(t,e,r){this.element=t,this.type=6,this._$AN=void 0,this._$AM=e,this.options=r}get _$AU(){return this._$AM._$AU}_$AI(t){B(this,t)}};var Dt=Pe.litHtmlPolyfillSupport;Dt?.(se,ie),(Pe.litHtmlVersions??=[]).push("3.3.3");var it=(s,t,e)=>{let r=e?.renderBefore??t,i=r._$litPart$;if(i===void 0){let o=e?.renderBefore??null;r._$litPart$=i=new ie(t.insertBefore(te(),o),o,void 0,e??{})}return i._$AI(s),i};var Ue=globalThis,w=class extends E{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){let t=super.createRenderRoot();return this.renderOptions.renderBefore??=t.firstChild,t}update(t){let e=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(t),this._$Do=it(e,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return M}};w._$litElement$=!0,w.finalized=!0,Ue.litElementHydrateSupport?.({LitElement:w});var zt=Ue.litElementPolyfillSupport;zt?.({LitElement:w});(Ue.litElementVersions??=[]).push("4.2.2");var Bt={attribute:!0,type:String,converter:X,reflect:!1,hasChanged:he},Vt=(s=Bt,t,e)=>{let{kind:r,metadata:i}=e,o=globalThis.litPropertyMetadata.get(i);if(o===void 0&&globalThis.litPropertyMetadata.set(i,o=new Map),r==="setter"&&((s=Object.create(s)).wrapped=!0),o.set(e.name,s),r==="accessor"){let{name:n}=e;return{set(u){let l=t.get.call(this);t.set.call(this,u),this.requestUpdate(n,l,s,!0,u)},init(u){return u!==void 0&&this.C(n,void 0,s,u),u}}}if(r==="setter"){let{name:n}=e;return function(u){let l=this[n];t.call(this,u),this.requestUpdate(n,l,s,!0,u)}}throw Error("Unsupported decorator location: "+r)};function h(s){return(t,e)=>typeof e=="object"?Vt(s,t,e):((r,i,o)=>{let n=i.hasOwnProperty(o);return i.constructor.createProperty(o,r),n?Object.getOwnPropertyDescriptor(i,o):void 0})(s,t,e)}function S(s){return h({...s,state:!0,attribute:!1})}var j=(s,t,e)=>(e.configurable=!0,e.enumerable=!0,Reflect.decorate&&typeof t!="object"&&Object.defineProperty(s,t,e),e);function K(s,t){return(e,r,i)=>{let o=n=>n.renderRoot?.querySelector(s)??null;if(t){let{get:n,set:u}=typeof r=="object"?e:i??(()=>{let l=Symbol();return{get(){return this[l]},set(p){this[l]=p}}})();return j(e,r,{get(){let l=n.call(this);return l===void 0&&(l=o(this),(l!==null||this.hasUpdated)&&u.call(this,l)),l}})}return j(e,r,{get(){return o(this)}})}}var b=class extends Error{constructor(e,r=null){super(`Footnote: ${e}`);this.trouble=e;this.retryAfterS=r}};function I(s){return s instanceof DOMException&&s.name==="AbortError"}var me=class{constructor(t){this.base=t}ask(t,e){return this.#t("v1/ask",t,e)}search(t,e,r,i){return this.#e("v1/search",{q:t,limit:r,offset:e},i)}async suggest(t,e){return(await this.#e("v1/suggest",{q:t},e)).suggestions}async sendFeedback(t){await this.#t("v1/feedback",t,new AbortController().signal)}link(t){if(!t)return null;try{let e=new URL(t,this.base);return/^https?:$/.test(e.protocol)?e.href:null}catch{return null}}#e(t,e,r){let i=new URL(t,this.base);for(let[o,n]of Object.entries(e))i.searchParams.set(o,String(n));return this.#r(i,{},r)}#t(t,e,r){let i={"Content-Type":"application/json"};return this.#r(new URL(t,this.base),{method:"POST",headers:i,body:JSON.stringify(e)},r)}async#r(t,e,r){let i=new AbortController,o=setTimeout(()=>i.abort(),5e3);try{let n=await fetch(t,{...e,credentials:"omit",signal:AbortSignal.any([r,i.signal])});if(!n.ok)throw Kt(n);return n.status===204?void 0:await n.json()}catch(n){throw n instanceof b||r.aborted?n:i.signal.aborted?new b("timeout"):new b(navigator.onLine?"unavailable":"offline")}finally{clearTimeout(o)}}};function Kt(s){if(s.status===429||s.status===503){let t=Number.parseInt(s.headers.get("Retry-After")??"",10);return new b("busy",Number.isNaN(t)?null:t)}return new b(s.status<500?"rejected":"unavailable")}var fe={askTheArchive:"Ask the archive",openChat:"Ask a question",closeChat:"Close",clearChat:"Clear",clearedChat:"Conversation cleared",conversation:"Conversation",intro:"Ask in your own words. You get sentences quoted word for word from our fact-checks, each with its sources. Nothing is written by a machine.",yourQuestion:"Your question",placeholderAsk:"Ask about a claim…",send:"Ask",tryAsking:"Try asking",askNext:"Ask next",youAsked:"You asked",articleSays:"The article says",articlesSay:"The articles say",checkedOn:s=>`Checked on ${s}`,noDate:"No check date given",verdict:"Verdict",readInArticle:"Read in the article",sourceNumber:s=>`Source ${s}`,sourcesOf:"Sources of this quote",closeSource:"Close the source",danglingSource:"The article lists no source for this number.",paragraphScope:"Printed at the end of the paragraph, after this sentence.",untitledSource:"Untitled source",newTab:"(opens in a new tab)",alsoChecked:"Also checked",understoodAs:"Understood as",askVerbatim:"Ask exactly what I typed",copy:"Copy with citations",copied:"Copied",copyFailed:"Copying was not allowed",sourcesInArticle:"Sources, numbered as in the article",announceAnswer:(s,t)=>`The article “${s}” says: ${t}`,helpful:"Was this helpful?",yes:"Yes, helpful",no:"No, not helpful",thanks:"Thank you.",whatWasWrong:"What was wrong?",reasons:{wrong_source:"The source does not fit",off_topic:"It does not answer my question",incomplete:"Something important is missing",outdated:"It is out of date",other:"Something else"},comment:"In your words (optional)",sendFeedback:"Send",feedbackFailed:"This could not be sent. Please try again.",notFound:"The archive does not answer this.",why:{no_match:"No article in the archive deals with it.",weak_evidence:"Some articles come near, but none says it clearly enough to quote.",underspecified:"The question leaves open what it is about. Name the person, place or claim.",empty_archive:"The archive holds no articles yet.",not_a_question:"Ask a question, or name a claim you want checked."},nearest:"Nearest articles",searchInstead:"Search the archive instead",searching:"Searching the archive…",trouble:{offline:"You are offline. Your question is kept; try again when you are connected.",timeout:"That took longer than five seconds.",busy:"Many people are asking right now.",rejected:"This question could not be read. Try a shorter or simpler wording.",unavailable:"The archive cannot be reached right now."},retryIn:s=>`Try again in ${s} ${s===1?"second":"seconds"}.`,retry:"Try again",search:"Search",searchTheArchive:"Search the fact-checks",placeholderSearch:"Search fact-checks…",suggestions:"Suggestions",suggestionCount:s=>s===1?"1 suggestion":`${s} suggestions`,recent:"Recent searches",clearRecent:"Clear recent searches",slashOff:"Turn the “/” shortcut off",slashOn:"Turn the “/” shortcut on",results:"Search results",resultCount:s=>s===1?"1 article":`${s} articles`,noResults:"No article matches these words.",nearestInMeaning:"No article matches these words. Nearest in meaning:",didYouMean:"Did you mean",moreResults:"Show more",allResults:"All results on one page",clearSearch:"Clear the search"};var ot={askTheArchive:"Pregunta al archivo",openChat:"Haz una pregunta",closeChat:"Cerrar",clearChat:"Borrar",clearedChat:"Conversación borrada",conversation:"Conversación",intro:"Pregunta con tus palabras. Recibirás frases citadas al pie de la letra de nuestras verificaciones, cada una con sus fuentes. Nada lo escribe una máquina.",yourQuestion:"Tu pregunta",placeholderAsk:"Pregunta por una afirmación…",send:"Preguntar",tryAsking:"Prueba a preguntar",askNext:"Sigue preguntando",youAsked:"Preguntaste",articleSays:"El artículo dice",articlesSay:"Los artículos dicen",checkedOn:s=>`Verificado el ${s}`,noDate:"Sin fecha de verificación",verdict:"Veredicto",readInArticle:"Leer en el artículo",sourceNumber:s=>`Fuente ${s}`,sourcesOf:"Fuentes de esta cita",closeSource:"Cerrar la fuente",danglingSource:"El artículo no indica ninguna fuente para este número.",paragraphScope:"Impreso al final del párrafo, después de esta frase.",untitledSource:"Fuente sin título",newTab:"(se abre en una pestaña nueva)",alsoChecked:"También verificado",understoodAs:"Entendido como",askVerbatim:"Preguntar justo lo que escribí",copy:"Copiar con citas",copied:"Copiado",copyFailed:"No se permitió copiar",sourcesInArticle:"Fuentes, numeradas como en el artículo",announceAnswer:(s,t)=>`El artículo «${s}» dice: ${t}`,helpful:"¿Te ha sido útil?",yes:"Sí, útil",no:"No, nada útil",thanks:"Gracias.",whatWasWrong:"¿Qué estaba mal?",reasons:{wrong_source:"La fuente no corresponde",off_topic:"No responde a mi pregunta",incomplete:"Falta algo importante",outdated:"Está desactualizado",other:"Otra cosa"},comment:"Con tus palabras (opcional)",sendFeedback:"Enviar",feedbackFailed:"No se pudo enviar. Inténtalo de nuevo.",notFound:"El archivo no responde a esto.",why:{no_match:"Ningún artículo del archivo trata de ello.",weak_evidence:"Algunos artículos se acercan, pero ninguno lo dice con suficiente claridad para citarlo.",underspecified:"La pregunta no aclara de qué trata. Nombra a la persona, el lugar o la afirmación.",empty_archive:"El archivo aún no contiene artículos.",not_a_question:"Haz una pregunta o nombra la afirmación que quieres comprobar."},nearest:"Artículos más cercanos",searchInstead:"Buscar en el archivo",searching:"Buscando en el archivo…",trouble:{offline:"Estás sin conexión. Tu pregunta se conserva; inténtalo cuando vuelvas a estar en línea.",timeout:"Ha tardado más de cinco segundos.",busy:"Hay mucha gente preguntando ahora mismo.",rejected:"No se pudo leer la pregunta. Prueba con una redacción más corta o sencilla.",unavailable:"No se puede acceder al archivo en este momento."},retryIn:s=>`Inténtalo en ${s} ${s===1?"segundo":"segundos"}.`,retry:"Reintentar",search:"Buscar",searchTheArchive:"Buscar en las verificaciones",placeholderSearch:"Buscar verificaciones…",suggestions:"Sugerencias",suggestionCount:s=>s===1?"1 sugerencia":`${s} sugerencias`,recent:"Búsquedas recientes",clearRecent:"Borrar búsquedas recientes",slashOff:"Desactivar el atajo «/»",slashOn:"Activar el atajo «/»",results:"Resultados de la búsqueda",resultCount:s=>s===1?"1 artículo":`${s} artículos`,noResults:"Ningún artículo coincide con estas palabras.",nearestInMeaning:"Ningún artículo coincide con estas palabras. Los más cercanos por su sentido:",didYouMean:"Quizá quisiste decir",moreResults:"Mostrar más",allResults:"Todos los resultados en una página",clearSearch:"Borrar la búsqueda"};var ge=new Map([["en",fe],["es",ot]]),ve="footnote-strings";function Wt(s,t){let e=s.toLowerCase();ge.set(e,{...ge.get(e)??fe,...t}),window.dispatchEvent(new Event(ve))}function nt(s){let t=s.toLowerCase();return ge.get(t)??ge.get(t.split("-")[0]??"")??fe}function W(s,t){let e=new Date(`${s.slice(0,10)}T00:00:00Z`);if(Number.isNaN(e.getTime()))return s;let r={dateStyle:"long",timeZone:"UTC"};try{return e.toLocaleDateString(t,r)}catch{return e.toLocaleDateString("en",r)}}var Qt=new URL(".",import.meta.url).href,Jt=3e3,T=class extends w{constructor(){super(...arguments);this.api="";this.articleUrl="";this.searchUrl="";this.announcement="";this.#t=null;this.#r="";this.#s=()=>this.requestUpdate()}#e;#t;#r;get service(){let e=this.api?new URL(this.api.replace(/\/*$/,"/"),document.baseURI).href:Qt;return this.#t?.base!==e&&(this.#t=new me(e)),this.#t}get language(){return this.#r}get strings(){return nt(this.#r)}searchPage(e){let r=new URL(this.searchUrl||"search",this.searchUrl?document.baseURI:this.service.base);return r.searchParams.set("q",e),r.href}liveRegion(){return a`<div class="hidden-text" role="status">${this.announcement}</div>`}announce(e){clearTimeout(this.#e),this.announcement=e,this.#e=setTimeout(()=>this.announcement="",Jt)}connectedCallback(){super.connectedCallback(),this.replaceChildren(),window.addEventListener(ve,this.#s)}disconnectedCallback(){super.disconnectedCallback(),window.removeEventListener(ve,this.#s)}willUpdate(){this.#r=this.closest("[lang]")?.lang||navigator.language||"en"}#s};d([h()],T.prototype,"api",2),d([h({attribute:"article-url"})],T.prototype,"articleUrl",2),d([h({attribute:"search-url"})],T.prototype,"searchUrl",2),d([S()],T.prototype,"announcement",2);function P(s,t){customElements.get(s)||customElements.define(s,t)}var q="footnote-ask",oe="footnote-search";function Ne(s,t,e){return s.dispatchEvent(new CustomEvent(t,{detail:e,bubbles:!0,composed:!0,cancelable:!0}))}var H=s=>a`<svg viewBox="0 0 20 20" aria-hidden="true">${s}</svg>`,y={close:H(R`<path d="M5 5l10 10M15 5L5 15"/>`),copy:H(R`<path d="M7.5 7.5h9v9h-9zM12.5 7.5v-4h-9v9h4"/>`),up:H(R`<path d="M3 9h3v8H3zM6 9.5L9.5 3c1.6 0 2.2 1 2 2.4L11 8h5.5l-1.5 7.5c-.2 1-.9 1.5-1.9 1.5H6"/>`),down:H(R`<path d="M3 11h3V3H3zM6 10.5L9.5 17c1.6 0 2.2-1 2-2.4L11 12h5.5L15 4.5c-.2-1-.9-1.5-1.9-1.5H6"/>`),search:H(R`<circle cx="8.5" cy="8.5" r="5"/><path d="M12.5 12.5L17 17"/>`),clock:H(R`<circle cx="10" cy="10" r="7"/><path d="M10 6v4l3 2"/>`),ask:H(R`<path d="M3 4h14v10H9l-4 3.5V14H3z"/>`)};var Q=class{constructor(t,e){this.service=t;this.template=e}article(t){return this.#e(t)??this.service.link(t.url)}quote(t,e){let r=this.#e(t);if(!r)return this.service.link(e.url);let i=new URL(r);return i.searchParams.set("quote",`${e.start}-${e.end}`),i.hash=`s${e.start}`,i.href}source(t){return this.service.link(t)}#e(t){if(!this.template)return null;let e=this.template.replace("{id}",encodeURIComponent(t.article_id));try{return new URL(e,document.baseURI).href}catch{return null}}};var at=$`
  :host {
    display: grid;
    gap: 0.75em;
    min-width: 0;
  }
  .interpretation {
    font-size: 0.9em;
    color: var(--muted);
  }
  q {
    font-style: italic;
    color: var(--ink);
  }
  .textual {
    padding: 0.15em 0;
    color: var(--accent);
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.18em;
  }
  article {
    display: grid;
    gap: 0.75em;
    padding: 1em 1.1em 0.9em;
    background: var(--surface);
    border: 1px solid var(--rule);
    border-block-start: 3px solid var(--accent);
    border-radius: 0 0 var(--radius) var(--radius);
  }
  article > .facts {
    margin-block-start: -0.45em;
  }
  .quote + .quote {
    padding-block-start: 0.75em;
    border-block-start: 1px solid var(--rule);
  }
  blockquote {
    max-width: 42em;
    font-family: var(--text-font);
    font-size: 1.1em;
    line-height: 1.55;
    hanging-punctuation: first;
  }
  .tail {
    white-space: nowrap;
  }
  sup {
    font-size: 0.72em;
    line-height: 0;
    vertical-align: 0.45em;
    white-space: nowrap;
  }
  .cite {
    min-width: 1.5em;
    height: 1.9em;
    padding: 0 0.3em;
    font-family: var(--ui-font);
    font-weight: 600;
    line-height: 1.9em;
    text-align: center;
    font-variant-numeric: tabular-nums lining-nums;
    color: var(--accent);
    border-radius: 1em;
  }
  .cite:hover {
    background: color-mix(in srgb, var(--accent) 14%, transparent);
  }
  .cite[aria-expanded="true"] {
    color: var(--on-accent);
    background: var(--accent);
  }
  .card {
    display: grid;
    grid-template-columns: auto 1fr auto;
    gap: 0 0.75em;
    margin-block: 0.6em;
    padding: 0.6em 0.5em 0.65em 0.75em;
    font-size: 0.925em;
    background: color-mix(in srgb, var(--accent) 8%, var(--surface));
    border-inline-start: 2px solid var(--accent);
  }
  .number {
    font-weight: 700;
    color: var(--accent);
    font-variant-numeric: tabular-nums;
  }
  .outlet {
    font-size: 0.9em;
    color: var(--muted);
  }
  .source-title {
    font-weight: 600;
  }
  .scope {
    margin-block-start: 0.15em;
    font-size: 0.9em;
    color: var(--muted);
  }
  .place {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0.1em 1em;
    margin-block-start: 0.4em;
    font-size: 0.85em;
    color: var(--muted);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    gap: 0.25em 0.75em;
    margin-block-start: -0.35em;
    margin-inline-start: -0.45em;
  }
  .actions > footnote-feedback {
    margin-inline-start: auto;
  }
  .actions > footnote-feedback[expanded] {
    flex-basis: 100%;
    padding-inline-start: 0.45em;
  }
  .copied {
    align-self: center;
    font-size: 0.875em;
    color: var(--muted);
  }
  .refusal {
    display: grid;
    gap: 0.2em;
    padding-inline-start: 0.9em;
    border-inline-start: 3px solid var(--edge);
  }
  .verdictless {
    font-family: var(--text-font);
    font-size: 1.15em;
    font-weight: 700;
  }
  .nearest {
    display: grid;
    gap: 0.75em;
  }
  .nearest .article-title {
    font-size: 1.05em;
  }
  .nearest .facts {
    margin-block-start: 0.2em;
  }
`;var be=$`
  :host {
    display: block !important;
    visibility: visible !important;
    opacity: 1 !important;
    transform: none !important;
    filter: none !important;
    clip-path: none !important;
  }
  :host([hidden]) {
    display: none !important;
  }
  :host([theme="light"]) {
    color-scheme: light;
  }
  :host([theme="dark"]) {
    color-scheme: dark;
  }
  :host([theme="auto"]) {
    color-scheme: light dark;
  }
  .root {
    all: initial;
    color-scheme: inherit;
    display: block;
    --ink: var(--footnote-ink, light-dark(#1d1b18, #ebe6dc));
    --muted: var(--footnote-muted, light-dark(#5f594f, #aaa397));
    --paper: var(--footnote-paper, light-dark(#fcfaf5, #17191b));
    --surface: var(--footnote-surface, light-dark(#ffffff, #202326));
    --rule: var(--footnote-rule, light-dark(#ddd6c9, #3a3f43));
    --edge: var(--footnote-edge, light-dark(#8b8377, #7d8388));
    --accent: var(--footnote-accent, light-dark(#17506e, #8fc7e4));
    --on-accent: var(--footnote-on-accent, light-dark(#ffffff, #10222c));
    --highlight: var(--footnote-highlight, light-dark(#fbeeb4, #56491a));
    --danger: var(--footnote-danger, light-dark(#8f2317, #f0a79d));
    --radius: var(--footnote-radius, 4px);
    --text-font: var(
      --footnote-text-font,
      "Iowan Old Style",
      "Palatino Linotype",
      Palatino,
      Charter,
      Georgia,
      "Liberation Serif",
      serif
    );
    --ui-font: var(--footnote-ui-font, system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", sans-serif);
    font-family: var(--ui-font);
    font-size: var(--footnote-font-size, medium);
    line-height: 1.5;
    color: var(--ink);
    text-align: start;
    overflow-wrap: anywhere;
  }
`,L=$`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h2,
  h3,
  h4,
  p,
  ol,
  ul,
  blockquote,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-width: 0;
  }
  ol,
  ul {
    list-style: none;
  }
  p,
  span,
  button,
  label,
  legend {
    unicode-bidi: plaintext; /* a language without its own words here keeps its marks at the right end */
  }
  button,
  input,
  textarea {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }
  button {
    background: none;
    border: 0;
    padding: 0;
    cursor: pointer;
  }
  a {
    color: var(--accent);
    text-decoration-thickness: 1px;
    text-underline-offset: 0.18em;
  }
  a:hover {
    text-decoration-thickness: 2px;
  }
  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
    border-radius: 2px;
  }
  svg {
    width: 1.15em;
    height: 1.15em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.6;
    stroke-linecap: round;
    stroke-linejoin: round;
    flex: none;
  }
  .hidden-text {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .label {
    font-size: 0.75em;
    letter-spacing: 0.06em;
    text-transform: uppercase;
    color: var(--muted);
    font-weight: 600;
  }
  .quiet {
    display: inline-flex;
    align-items: center;
    gap: 0.35em;
    min-height: 2em;
    min-width: 2em;
    justify-content: center;
    padding: 0 0.45em;
    font-size: 0.875em;
    color: var(--muted);
    border-radius: var(--radius);
  }
  .quiet:hover {
    color: var(--ink);
    background: color-mix(in srgb, var(--ink) 7%, transparent);
  }
  .primary {
    min-height: 2.5em;
    padding: 0 1em;
    font-weight: 600;
    color: var(--on-accent);
    background: var(--accent);
    border-radius: var(--radius);
  }
  .primary:hover {
    background: color-mix(in srgb, var(--accent) 88%, var(--ink));
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }
  .chip {
    padding: 0.4em 0.75em;
    font-size: 0.9em;
    line-height: 1.35;
    text-align: start;
    color: var(--accent);
    background: var(--surface);
    border: 1px solid var(--rule);
    border-radius: 1.1em;
  }
  .chip:hover {
    border-color: var(--accent);
  }
  .trouble {
    display: grid;
    gap: 0.6em;
    justify-items: start;
    padding-inline-start: 0.9em;
    border-inline-start: 3px solid var(--danger);
  }
  .article-title {
    font-family: var(--text-font);
    font-size: 1.15em;
    line-height: 1.3;
    font-weight: 700;
    text-wrap: balance;
  }
  .article-title a {
    color: inherit;
    text-decoration-color: var(--rule);
  }
  .article-title a:hover {
    text-decoration-color: currentColor;
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25em 0.75em;
    margin-block-start: 0.3em;
    font-size: 0.85em;
    color: var(--muted);
  }
  .verdict {
    padding: 0.1em 0.6em;
    font-weight: 600;
    color: var(--ink);
    background: color-mix(in srgb, var(--ink) 6%, transparent);
    border: 1px solid var(--edge);
    border-radius: 2px;
  }
  @media (prefers-reduced-motion: no-preference) {
    .chip,
    .quiet,
    .primary {
      transition:
        background-color 120ms,
        border-color 120ms,
        color 120ms;
    }
  }
  @media (forced-colors: active) {
    .primary,
    .chip,
    .verdict {
      border: 1px solid ButtonText;
    }
  }
`;function J(s,t,e,r){let i=t.article(s);return a`
    <h3 class="article-title" dir="auto">${i?a`<a href=${i}>${s.title}</a>`:s.title}</h3>
    <p class="facts">
      ${s.publisher?a`<span>${s.publisher}</span>`:c}
      ${s.checked_on?a`<time datetime=${s.checked_on}>${e.checkedOn(W(s.checked_on,r))}</time>`:a`<span>${e.noDate}</span>`}
      ${s.verdict?a`<span class="verdict">${e.verdict}: ${s.verdict}</span>`:c}
    </p>
  `}function lt(s,t,e,r){return s.articles.map(i=>Gt(i,t,e,r)).join(`


`)}function Gt(s,t,e,r){let i=s.quotes.map(v=>{let f=v.citations.map(({number:_})=>_).join(", ");return`“${v.text}”${f?` [${f}]`:""}`}),o=s.checked_on?e.checkedOn(W(s.checked_on,r)):e.noDate,n=s.verdict?`${e.verdict}: ${s.verdict}`:"",l=[`— ${[s.title,s.publisher,o,n].filter(Boolean).join(" · ")}`,t.article(s)].filter(Boolean).join(`
`),p=new Map;for(let{number:v,source:f}of s.quotes.flatMap(_=>_.citations)){let _=f?[f.publisher,f.title,t.source(f.url)].filter(Boolean).join(", "):e.danglingSource;p.set(v,`[${v}] ${_}`)}let g=[...p.entries()].sort(([v],[f])=>v-f).map(([,v])=>v),m=g.length?`${e.sourcesInArticle}:
${g.join(`
`)}`:"";return[i.join(`
`),l,m].filter(Boolean).join(`

`)}async function ct(s){if(navigator.clipboard)try{return await navigator.clipboard.writeText(s),!0}catch{return!1}let t=r=>{r.clipboardData?.setData("text/plain",s),r.preventDefault()};document.addEventListener("copy",t,{once:!0});let e=document.execCommand("copy");return document.removeEventListener("copy",t),e}var ut=$`
  .thumbs {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25em;
    font-size: 0.875em;
    color: var(--muted);
  }
  .thumbs > span:first-child {
    margin-inline-end: 0.25em;
  }
  [aria-pressed="true"] {
    color: var(--accent);
    background: color-mix(in srgb, var(--accent) 14%, transparent);
  }
  form {
    display: grid;
    gap: 0.6em;
    justify-items: start;
    margin-block-start: 0.6em;
    padding: 0.85em 1em 1em;
    font-size: 0.9em;
    background: var(--surface);
    border: 1px solid var(--rule);
    border-radius: var(--radius);
  }
  legend {
    padding: 0;
    font-weight: 600;
    margin-block-end: 0.2em;
  }
  .reason {
    display: flex;
    align-items: center;
    gap: 0.55em;
    min-height: 1.9em;
  }
  [type="radio"] {
    width: 1.1em;
    height: 1.1em;
    margin: 0;
    accent-color: var(--accent);
    flex: none;
  }
  .comment {
    display: grid;
    gap: 0.3em;
    width: 100%;
  }
  [type="text"] {
    width: 100%;
    min-height: 2.4em;
    padding: 0 0.6em;
    background: var(--paper);
    border: 1px solid var(--edge);
    border-radius: var(--radius);
  }
`;var A=class extends w{constructor(){super(...arguments);this.answerId="";this.question="";this.expanded=!1;this.vote=null;this.step="vote";this.failed=!1}static{this.styles=[L,ut]}willUpdate(){this.expanded=this.step==="reason"}render(){let{strings:e}=this;return a`
      <div class="thumbs" role="group" aria-label=${e.helpful}>
        <span aria-hidden="true">${e.helpful}</span>
        ${this.#e("up",e.yes)} ${this.#e("down",e.no)}
        <span role="status">${this.failed?e.feedbackFailed:this.step==="done"?e.thanks:""}</span>
      </div>
      ${this.step==="reason"?this.#t():c}
    `}#e(e,r){return a`<button
      class="quiet"
      type="button"
      aria-label=${r}
      aria-pressed=${this.vote===e}
      @click=${()=>this.#r(e)}
    >
      ${y[e]}
    </button>`}#t(){let{strings:e}=this;return a`
      <form @submit=${this.#s}>
        <fieldset>
          <legend>${e.whatWasWrong}</legend>
          ${Object.entries(e.reasons).map(([r,i])=>a`
              <label class="reason"><input type="radio" name="reason" value=${r} required />${i}</label>
            `)}
        </fieldset>
        <label class="comment">${e.comment}<input type="text" name="comment" maxlength="500" /></label>
        <button class="primary" type="submit">${e.sendFeedback}</button>
      </form>
    `}async#r(e){this.vote=e,this.step=e==="down"?"reason":"vote",await this.#i(e,null,"")&&e==="up"&&(this.step="done")}async#s(e){e.preventDefault();let r=new FormData(e.target);await this.#i("down",String(r.get("reason")),String(r.get("comment")??"").trim())&&(this.step="done",await this.updateComplete,this.renderRoot.querySelector("[aria-pressed=true]")?.focus())}async#i(e,r,i){try{await this.service.sendFeedback({answer_id:this.answerId,question:this.question,vote:e,reason:r,comment:i}),this.failed=!1}catch{this.failed=!0}return!this.failed}};d([h({attribute:!1})],A.prototype,"service",2),d([h({attribute:!1})],A.prototype,"strings",2),d([h({attribute:!1})],A.prototype,"answerId",2),d([h({attribute:!1})],A.prototype,"question",2),d([h({type:Boolean,reflect:!0})],A.prototype,"expanded",2),d([S()],A.prototype,"vote",2),d([S()],A.prototype,"step",2),d([S()],A.prototype,"failed",2);P("footnote-feedback",A);function dt(s,t,e,r,i,o){return a`
    <div class="card" id=${t} role="group" aria-label=${r.sourceNumber(s.number)}>
      <span class="number" aria-hidden="true">${s.number}</span>
      <div>
        ${s.source?Yt(s,e,r,i):a`<p>${r.danglingSource}</p>`}
        ${s.scope==="paragraph"?a`<p class="scope">${r.paragraphScope}</p>`:c}
      </div>
      <button class="quiet" type="button" aria-label=${r.closeSource} @click=${o}>${y.close}</button>
    </div>
  `}function Yt(s,t,e,r){let i=s.source,o=t.source(i?.url),n=o?new URL(o).hostname.replace(/^www\./,""):"",u=i?.publisher||n,l=i?.title||n||e.untitledSource;return a`
    ${u&&u!==l?a`<p class="outlet">${u}</p>`:c}
    <p class="source-title" dir="auto">
      ${o?a`<a href=${o} target="_blank" rel="noopener noreferrer"
            >${l}<span class="hidden-text"> ${e.newTab}</span></a
          >`:l}
    </p>
    ${i?.date?a`<p class="scope">${W(i.date,r)}</p>`:c}
  `}function ht(s,t,e,r){let{links:i,strings:o,open:n}=r,u=i.quote(s,t),l=n?.quote===t?t.citations.find(({number:f})=>f===n.number):void 0,p=/\S{1,24}$/.exec(t.text)?.[0]??"",g=t.text.slice(0,t.text.length-p.length),[m,...v]=t.citations.map(({number:f})=>a`<sup
        ><button
          type="button"
          class="cite"
          id="${e}-${f}"
          aria-label=${o.sourceNumber(f)}
          aria-expanded=${l?.number===f}
          aria-controls="${e}-card"
          @click=${()=>r.toggle(t,f)}
        >
          ${f}
        </button></sup
      >`);return a`
    <div class="quote">
      <blockquote dir="auto" cite=${u??c}>
        <p><span class="words">${g}</span><span class="tail"><span class="words">${p}</span>${m}</span>${v}</p>
      </blockquote>
      ${l?dt(l,`${e}-card`,i,o,r.language,()=>r.toggle(t,l.number)):c}
      <p class="place">
        ${t.section?a`<span dir="auto">${t.section}</span>`:c}
        ${u?a`<a href=${u}>${o.readInArticle}<span class="hidden-text">: ${s.title}</span></a>`:c}
      </p>
    </div>
  `}var x=class extends w{constructor(){super(...arguments);this.language="en";this.articleUrl="";this.searchHref="";this.offerQuestions=!1;this.open=null;this.copied=null;this.#a=(e,r)=>{let i=this.open?.quote===e&&this.open.number===r;this.open=i?null:{quote:e,number:r},i?this.#l(e,r):this.updateComplete.then(()=>this.renderRoot.querySelector(".card")?.scrollIntoView({block:"nearest"}))};this.#u=e=>{e.key!=="Escape"||!this.open||(e.stopPropagation(),this.#a(this.open.quote,this.open.number))};this.#d=e=>{Ne(this,oe,{query:this.reply.question})||e.preventDefault()}}static{this.styles=[L,at]}render(){let{reply:e}=this;return a`
      ${this.#e()} ${e.status==="answered"?this.#t(e):this.#s(e)}
      ${this.offerQuestions&&e.suggestions?.length?this.#i(e.suggestions):c}
    `}#e(){let{question:e,interpreted_as:r}=this.reply;return!r||Ft(e,r)?c:a`
      <p class="interpretation">
        ${this.strings.understoodAs} <q dir="auto">${r}</q>
        <span aria-hidden="true">·</span>
        <button type="button" class="textual" @click=${()=>this.#c(e,!0)}>
          ${this.strings.askVerbatim}
        </button>
      </p>
    `}#t(e){let{strings:r,language:i}=this,o=this.#o,n={links:o,strings:r,language:i,open:this.open,toggle:this.#a};return a`
      <p class="label">${e.articles.length===1?r.articleSays:r.articlesSay}</p>
      ${e.articles.map((u,l)=>a`
          <article aria-label=${u.title} @keydown=${this.#u}>
            ${J(u,o,r,i)}
            ${u.quotes.map((p,g)=>ht(u,p,`quote-${l}-${g}`,n))}
            ${u.also?.length?this.#r(u.also):c}
          </article>
        `)}
      <div class="actions">
        <button type="button" class="quiet" @click=${()=>this.#h(e)}>${y.copy}${r.copy}</button>
        <span class="copied" role="status">
          ${this.copied===null?"":this.copied?r.copied:r.copyFailed}
        </span>
        <footnote-feedback
          .service=${this.service}
          .strings=${r}
          .answerId=${e.answer_id}
          .question=${e.question}
        ></footnote-feedback>
      </div>
    `}#r(e){return a`
      <p class="label">${this.strings.alsoChecked}</p>
      <ul class="nearest">
        ${e.map(r=>a`<li>${J(r,this.#o,this.strings,this.language)}</li>`)}
      </ul>
    `}#s(e){let{strings:r,language:i}=this,o=e.nearest??[];return a`
      <div class="refusal">
        <p class="verdictless">${r.notFound}</p>
        <p>${r.why[e.reason]??""}</p>
      </div>
      ${o.length?a`
            <p class="label">${r.nearest}</p>
            <ul class="nearest">
              ${o.map(n=>a`<li>${J(n,this.#o,r,i)}</li>`)}
            </ul>
          `:c}
      ${this.searchHref?a`<p><a href=${this.searchHref} @click=${this.#d}>${r.searchInstead}</a></p>`:c}
      <footnote-feedback
        .service=${this.service}
        .strings=${r}
        .answerId=${e.answer_id}
        .question=${e.question}
      ></footnote-feedback>
    `}#i(e){return a`
      <p class="label" id="next">${this.strings.askNext}</p>
      <ul class="chips" aria-labelledby="next">
        ${e.map(r=>a`
            <li><button type="button" class="chip" @click=${()=>this.#c(r,!1)}>${r}</button></li>
          `)}
      </ul>
    `}get#o(){return new Q(this.service,this.articleUrl)}#a;#u;#l(e,r){this.reply.status==="answered"&&this.reply.articles.forEach((i,o)=>i.quotes.forEach((n,u)=>{n===e&&this.renderRoot.querySelector(`#quote-${o}-${u}-${r}`)?.focus()}))}#c(e,r){Ne(this,q,{question:e,verbatim:r})}#d;async#h(e){this.copied=await ct(lt(e,this.#o,this.strings,this.language))}};d([h({attribute:!1})],x.prototype,"reply",2),d([h({attribute:!1})],x.prototype,"service",2),d([h({attribute:!1})],x.prototype,"strings",2),d([h({attribute:!1})],x.prototype,"language",2),d([h({attribute:!1})],x.prototype,"articleUrl",2),d([h({attribute:!1})],x.prototype,"searchHref",2),d([h({attribute:!1})],x.prototype,"offerQuestions",2),d([S()],x.prototype,"open",2),d([S()],x.prototype,"copied",2);function Ft(s,t){let e=r=>r.toLowerCase().replace(/[\s?.!"“”']+/g," ").trim();return e(s)===e(t)}P("footnote-answer",x);var pt=$`
  .panel {
    display: flex;
    flex-direction: column;
    color: var(--ink);
    background: var(--paper);
    border: 1px solid var(--rule);
    border-radius: calc(var(--radius) * 1.5);
    overflow: hidden;
  }
  :host([mode="inline"]) .log {
    max-height: var(--footnote-max-height, min(44em, 75vh));
  }
  .panel[popover] {
    position: fixed;
    inset: auto;
    inset-block-end: 1em;
    inset-inline-end: 1em;
    z-index: 2147483001;
    width: min(28em, calc(100vw - 2em));
    height: min(44em, calc(100dvh - 2em));
    margin: 0;
    padding: 0;
    box-shadow: 0 0.75em 3em rgb(0 0 0 / 0.28);
  }
  .panel[popover] .log {
    flex: 1;
  }
  @media (max-width: 30em) {
    .panel[popover] {
      inset: 0;
      width: 100vw;
      height: 100dvh;
      border: 0;
      border-radius: 0;
    }
  }
  .launcher {
    position: fixed;
    inset: auto;
    inset-block-end: 1em;
    inset-inline-end: 1em;
    z-index: 2147483000;
    display: inline-flex;
    align-items: center;
    gap: 0.55em;
    margin: 0;
    padding: 0.75em 1.15em;
    font-weight: 600;
    color: var(--on-accent);
    background: var(--accent);
    border: 0;
    border-radius: 2em;
    box-shadow: 0 0.25em 1em rgb(0 0 0 / 0.25);
  }
  .launcher:focus-visible {
    border-radius: 2em;
  }
  .title {
    display: flex;
    align-items: center;
    gap: 0.25em;
    min-height: 3.2em;
    padding-block: 0.5em;
    padding-inline: 1em 0.6em;
    border-block-end: 1px solid var(--rule);
  }
  h2 {
    flex: 1;
    font-family: var(--text-font);
    font-size: 1.15em;
    line-height: 1.25;
  }
  .log {
    position: relative; /* holds the hidden text inside, which would lengthen the page */
    overflow-y: auto;
    overscroll-behavior: contain;
    padding: 1em;
  }
  .log:focus-visible {
    outline-offset: -2px;
  }
  .log > ol {
    display: grid;
    gap: 1.75em;
  }
  .log > ol > li {
    display: grid;
    gap: 0.85em;
    min-width: 0;
  }
  .welcome {
    display: grid;
    gap: 0.85em;
  }
  .question {
    justify-self: end;
    max-width: 85%;
    padding: 0.5em 0.85em;
    white-space: pre-line;
    background: color-mix(in srgb, var(--accent) 13%, var(--paper));
    border-radius: 1em;
    border-end-end-radius: 0.2em;
  }
  .loading {
    display: flex;
    align-items: center;
    gap: 0.75em;
    color: var(--muted);
  }
  .bar {
    width: 2.5em;
    height: 2px;
    background: linear-gradient(90deg, var(--accent) 40%, var(--rule) 40%);
    background-size: 200% 100%;
  }
  @media (prefers-reduced-motion: no-preference) {
    .bar {
      animation: sweep 1.1s linear infinite;
    }
  }
  @keyframes sweep {
    from {
      background-position: 100% 0;
    }
    to {
      background-position: -100% 0;
    }
  }
  .composer {
    display: flex;
    align-items: flex-end;
    gap: 0.5em;
    padding: 0.75em;
    background: var(--surface);
    border-block-start: 1px solid var(--rule);
  }
  textarea {
    flex: 1;
    min-width: 0;
    min-height: 2.5em;
    max-height: 8em;
    padding: 0.45em 0.75em;
    field-sizing: content;
    resize: none;
    background: var(--paper);
    border: 1px solid var(--edge);
    border-radius: var(--radius);
  }
  textarea::placeholder {
    color: var(--muted);
    opacity: 1;
  }
  textarea:focus-visible {
    outline-offset: 0;
  }
`;function ne(s,t){let e=t.trouble[s.trouble];return s.retryAfterS===null?e:`${e} ${t.retryIn(s.retryAfterS)}`}function ye(s,t,e){return a`<div class="trouble">
    <p>${ne(s,t)}</p>
    <button class="chip" type="button" @click=${e}>${t.retry}</button>
  </div>`}function G(s,t){try{return JSON.parse(s().getItem(t)??"null")}catch{return null}}function D(s,t,e){try{s().setItem(t,JSON.stringify(e))}catch{}}var Oe=()=>window.sessionStorage,z=()=>window.localStorage;var Zt=30,Xt=6;function mt(s){return s.slice(-Xt).map(({question:t,reply:e})=>({question:t,passage_ids:e.status==="answered"?e.articles.flatMap(r=>r.quotes.map(i=>i.passage_id)):[]}))}function ft(s){let t=G(Oe,s);return{turns:Array.isArray(t?.turns)?t.turns.filter(er):[],open:t?.open===!0}}function gt(s,{turns:t,open:e}){D(Oe,s,{turns:t.slice(-Zt),open:e})}function er(s){let{question:t,reply:e}=s??{};return typeof t!="string"||!e?!1:e.status==="answered"?Array.isArray(e.articles):e.status==="not_found"}var $e=class{constructor(t,e,r){this.host=t;this.service=e;this.callbacks=r;this.turns=[];this.pending=null;this.#e=new AbortController;t.addController(this)}#e;hostDisconnected(){this.#e.abort()}async ask(t,e){this.#e.abort(),this.#e=new AbortController;let r={question:t,verbatim:e,slow:!1,error:null};this.pending=r,this.host.requestUpdate(),this.callbacks.onAsked();let i=setTimeout(()=>this.#t(r,{slow:!0}),150);try{let o=await this.service().ask({question:t,history:e?[]:mt(this.turns),...this.host.articleId&&{article_id:this.host.articleId},...e&&{verbatim:e}},this.#e.signal),n={question:t,verbatim:e,reply:o};this.turns=[...this.turns,n],this.pending=null,this.host.requestUpdate(),this.callbacks.onReply(n)}catch(o){if(I(o))return;if(!(o instanceof b))throw o;this.#t(r,{error:o}),this.callbacks.onTrouble(o)}finally{clearTimeout(i)}}retry(){this.pending&&this.ask(this.pending.question,this.pending.verbatim)}clear(){this.#e.abort(),this.turns=[],this.pending=null,this.host.requestUpdate()}#t(t,e){Object.assign(t,e),this.host.requestUpdate()}};var k=class extends T{constructor(){super(...arguments);this.mode="launcher";this.articleId="";this.examples="";this.heading="";this.name="";this.opened=!1;this.#e="";this.#t=new $e(this,()=>this.service,{onAsked:()=>this.#y(),onReply:({reply:e})=>{this.#n(),this.announce(this.#h(e)),this.#y()},onTrouble:e=>this.announce(ne(e,this.strings))});this.#f=()=>{this.opened=!0,this.#n(),this.updateComplete.then(()=>this.input.focus())};this.#m=()=>{this.opened=!1,this.#n(),this.updateComplete.then(()=>this.launcher?.focus())};this.#g=()=>{this.#t.clear(),this.#n(),this.announce(this.strings.clearedChat),this.input.focus()};this.#v=()=>{this.#t.retry(),this.input.focus()};this.#p=e=>{let{question:r,verbatim:i}=e.detail;this.ask(r,i),this.input.focus({preventScroll:!0})};this.#$=()=>{this.#t.pending?.error?.trouble==="offline"&&this.#t.retry()};this.#x=e=>{e.preventDefault();let r=this.input.value;r.trim()&&(this.input.value="",this.ask(r))};this.#k=e=>{e.key!=="Enter"||e.shiftKey||e.isComposing||(e.preventDefault(),this.input.form?.requestSubmit())};this.#S=e=>{e.key==="Escape"&&this.#r&&this.#m()}}static{this.styles=[be,L,pt]}#e;#t;connectedCallback(){super.connectedCallback(),this.#b(),this.addEventListener(q,this.#p),window.addEventListener("online",this.#$),this.hasUpdated&&this.#w()}disconnectedCallback(){super.disconnectedCallback(),this.removeEventListener(q,this.#p),window.removeEventListener("online",this.#$)}firstUpdated(){this.#y()}updated(e){(e.has("mode")||e.has("opened"))&&this.#w()}render(){return a`<div class="root" lang=${this.language}>
      ${this.#r&&!this.opened?this.#s():this.#i()}
      ${this.liveRegion()}
    </div>`}get#r(){return this.mode!=="inline"}#s(){return a`<button
      class="launcher"
      popover="manual"
      type="button"
      aria-haspopup="dialog"
      @click=${this.#f}
    >
      ${y.ask}<span>${this.strings.openChat}</span>
    </button>`}#i(){let{strings:e}=this,{turns:r,pending:i}=this.#t,o=this.heading||e.askTheArchive;return a`<section
      class="panel"
      popover=${this.#r?"manual":c}
      role=${this.#r?"dialog":"region"}
      aria-label=${o}
      @keydown=${this.#S}
    >
      <div class="title">
        <h2>${o}</h2>
        ${r.length||i?a`<button class="quiet" type="button" @click=${this.#g}>${e.clearChat}</button>`:c}
        ${this.#r?a`<button class="quiet" type="button" aria-label=${e.closeChat} @click=${this.#m}>
              ${y.close}
            </button>`:c}
      </div>
      <div class="log" role="region" tabindex="0" aria-label=${e.conversation}>
        ${r.length||i?c:this.#o()}
        <ol>
          ${r.map((n,u)=>this.#a(n,!i&&u===r.length-1))}
          ${i?this.#u(i):c}
        </ol>
      </div>
      ${this.#d()}
    </section>`}#o(){let e=this.examples.split("|").flatMap(r=>r.trim()||[]);return a`<div class="welcome">
      <p>${this.strings.intro}</p>
      ${e.length?a`<p class="label" id="try">${this.strings.tryAsking}</p>
            <ul class="chips" aria-labelledby="try">
              ${e.map(r=>a`<li>
                    <button class="chip" type="button" @click=${()=>this.ask(r)}>${r}</button>
                  </li>`)}
            </ul>`:c}
    </div>`}#a(e,r){return a`<li>
      ${this.#l(e.question)}
      <footnote-answer
        .reply=${e.reply}
        .service=${this.service}
        .strings=${this.strings}
        .language=${this.language}
        .articleUrl=${this.articleUrl}
        .searchHref=${this.searchPage(e.question)}
        .offerQuestions=${r}
      ></footnote-answer>
    </li>`}#u(e){return a`<li>
      ${this.#l(e.question)}
      ${e.error?ye(e.error,this.strings,this.#v):e.slow?this.#c():c}
    </li>`}#l(e){return a`<p class="question" dir="auto"><span class="hidden-text">${this.strings.youAsked}: </span>${e}</p>`}#c(){return a`<p class="loading"><span class="bar" aria-hidden="true"></span>${this.strings.searching}</p>`}#d(){let{strings:e}=this;return a`<form class="composer" @submit=${this.#x}>
      <label class="hidden-text" for="question">${e.yourQuestion}</label>
      <textarea
        id="question"
        rows="1"
        maxlength="2000"
        enterkeyhint="send"
        autocomplete="off"
        placeholder=${e.placeholderAsk}
        @keydown=${this.#k}
      ></textarea>
      <button class="primary" type="submit">${e.send}</button>
    </form>`}ask(e,r=!1){let i=e.trim();i&&this.#t.ask(i,r)}#h(e){let{strings:r}=this;return e.status==="not_found"?`${r.notFound} ${r.why[e.reason]??""}`:e.articles.map(({title:i,quotes:o})=>r.announceAnswer(i,o.map(({text:n})=>n).join(" "))).join(" ")}#f;#m;#g;#v;#b(){if(this.#e)return;let e=this.name||String([...document.querySelectorAll("footnote-chat")].indexOf(this));this.#e=`footnote-chat:${this.service.base}:${e}`,{turns:this.#t.turns,open:this.opened}=ft(this.#e)}#n(){gt(this.#e,{turns:this.#t.turns,open:this.opened})}#p;#$;#x;#k;#S;#w(){if(!this.#r)return;let e=this.opened?this.panel:this.launcher;e&&!e.matches(":popover-open")&&e.showPopover()}#y(){this.updateComplete.then(()=>{let e=this.renderRoot.querySelector(".log > ol > li:last-of-type"),r=e?.closest(".log");r&&e&&(r.scrollTop+=e.getBoundingClientRect().top-r.getBoundingClientRect().top-12)})}};d([h({reflect:!0})],k.prototype,"mode",2),d([h({attribute:"article-id"})],k.prototype,"articleId",2),d([h()],k.prototype,"examples",2),d([h()],k.prototype,"heading",2),d([h()],k.prototype,"name",2),d([S()],k.prototype,"opened",2),d([K("textarea")],k.prototype,"input",2),d([K(".panel")],k.prototype,"panel",2),d([K(".launcher")],k.prototype,"launcher",2);P("footnote-chat",k);var vt=$`
  form {
    position: relative;
  }
  .field {
    display: flex;
    align-items: center;
    gap: 0.6em;
    padding: 0.3em;
    padding-inline-start: 0.85em;
    color: var(--muted);
    background: var(--surface);
    border: 1px solid var(--edge);
    border-radius: calc(var(--radius) * 1.5);
  }
  .field:focus-within {
    outline: 2px solid var(--accent);
    outline-offset: 1px;
  }
  input {
    flex: 1;
    min-width: 0;
    min-height: 2.5em;
    padding: 0;
    color: var(--ink);
    background: none;
    border: 0;
  }
  input:focus-visible {
    outline: 0; /* the field around it shows the focus */
  }
  input::placeholder {
    color: var(--muted);
    opacity: 1;
  }
  kbd {
    padding: 0.1em 0.5em;
    font: inherit;
    font-size: 0.8em;
    border: 1px solid var(--rule);
    border-radius: 3px;
  }
  @media (max-width: 30em) {
    kbd {
      display: none;
    }
  }
  .popup {
    position: absolute;
    inset-inline: 0;
    inset-block-start: calc(100% + 0.35em);
    z-index: 2147483000;
    padding: 0.75em 0 0.35em;
    background: var(--surface);
    border: 1px solid var(--rule);
    border-radius: calc(var(--radius) * 1.5);
    box-shadow: 0 0.5em 2em rgb(0 0 0 / 0.18);
  }
  .popup[hidden] {
    display: none;
  }
  .popup .label {
    padding-inline: 0.9em;
    margin-block-end: 0.35em;
  }
  [role="listbox"] {
    max-height: 20em;
    overflow-y: auto;
  }
  [role="option"] {
    display: flex;
    align-items: baseline;
    gap: 0.75em;
    min-height: 2.25em;
    padding: 0.4em 0.9em;
    cursor: pointer;
  }
  [role="option"] svg {
    align-self: center;
    color: var(--muted);
  }
  [role="option"]:hover {
    background: color-mix(in srgb, var(--ink) 6%, transparent);
  }
  [aria-selected="true"] {
    background: color-mix(in srgb, var(--accent) 16%, transparent);
    box-shadow: inset 3px 0 var(--accent);
  }
  .settings {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    margin-block-start: 0.35em;
    padding: 0.25em 0.35em 0;
    border-block-start: 1px solid var(--rule);
  }
  .outcome {
    position: relative;
    display: grid;
    gap: 1em;
    margin-block-start: 0.75em;
    padding: 1em;
    background: var(--paper);
    border: 1px solid var(--rule);
    border-radius: calc(var(--radius) * 1.5);
  }
  .dismiss {
    position: absolute;
    inset-inline-end: 0.4em;
    inset-block-start: 0.4em;
  }
  .correction,
  .count {
    color: var(--muted);
    font-size: 0.9em;
  }
  .textual {
    padding: 0.15em 0;
    color: var(--accent);
    font-weight: 600;
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.18em;
  }
  .hits {
    display: grid;
  }
  .hits > li {
    padding-block: 1em;
    border-block-start: 1px solid var(--rule);
  }
  .snippet {
    margin-block-start: 0.4em;
    font-family: var(--text-font);
  }
  .section {
    color: var(--muted);
  }
  mark {
    color: inherit;
    background: var(--highlight);
    padding: 0 0.1em;
  }
  .more {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.75em 1.25em;
  }
`;var je="footnote-recent-searches",bt=6;function Ie(){let s=G(z,je);return Array.isArray(s)?s.filter(t=>typeof t=="string").slice(0,bt):[]}function yt(s){let t=Ie().filter(e=>e.toLowerCase()!==s.toLowerCase());D(z,je,[s,...t].slice(0,bt))}function $t(){D(z,je,[])}function wt(s,t,e,r,i){let{corrected:o}=s;return a`
    ${o?a`<p class="correction">
          ${e.didYouMean}
          <button type="button" class="textual" dir="auto" @click=${()=>i(o)}>${o}</button>?
        </p>`:c}
    <p class="count">${He(s,e)}</p>
    <ol class="hits">
      ${s.hits.map(n=>a`<li>${J(n,t,e,r)} ${tr(n)}</li>`)}
    </ol>
  `}function He({total:s,hits:t,corrected:e},r){return s?!e&&t.length>0&&t.every(({ranks:o})=>o.bm25===null)?r.nearestInMeaning:r.resultCount(s):r.noResults}function tr(s){return a`<p class="snippet" dir="auto">
    ${s.section?a`<span class="section">${s.section} — </span>`:c}${s.snippet.map(({text:t,match:e})=>e?a`<mark>${t}</mark>`:t)}
  </p>`}var xt=8,rr=4,we=class{constructor(t,e,r){this.host=t;this.service=e;this.onSettled=r;this.query="";this.found=null;this.answer=null;this.error=null;this.slow=!1;this.#e=new AbortController;t.addController(this)}#e;hostDisconnected(){this.#e.abort()}async search(t,e){this.clear(),this.query=t;let{signal:r}=this.#e,i=setTimeout(()=>this.#s({slow:!0}),150);(e||sr(t))&&this.#t(t,e,r);try{this.#s({found:await this.service().search(t,0,xt,r)}),this.onSettled()}catch(o){this.#r(o)}finally{clearTimeout(i),r.aborted||this.#s({slow:!1})}}async more(){let t=this.found;if(t)try{let e=await this.service().search(this.query,t.hits.length,xt,this.#e.signal);this.found===t&&this.#s({found:{...e,hits:[...t.hits,...e.hits]}})}catch(e){this.#r(e)}}clear(){this.#e.abort(),this.#e=new AbortController,this.#s({found:null,answer:null,error:null,slow:!1})}async#t(t,e,r){try{let i=await this.service().ask({question:t,history:[],...e&&{verbatim:e}},r);!r.aborted&&i.status==="answered"&&this.#s({answer:i})}catch(i){if(!I(i)&&!(i instanceof b))throw i}}#r(t){if(!I(t)){if(!(t instanceof b))throw t;this.#s({error:t}),this.onSettled()}}#s(t){Object.assign(this,t),this.host.requestUpdate()}};function sr(s){return s.endsWith("?")||s.split(/\s+/).length>=rr}var kt="footnote-slash-off",ae=new Set;function le(){return G(z,kt)!==!0}function St(s){D(z,kt,!s)}function At(s){ae.size===0&&document.addEventListener("keydown",Tt),ae.add(s)}function _t(s){ae.delete(s),ae.size===0&&document.removeEventListener("keydown",Tt)}function De(){return[...ae].filter(s=>s.checkVisibility()).sort((s,t)=>s.compareDocumentPosition(t)&Node.DOCUMENT_POSITION_FOLLOWING?-1:1)[0]}function Tt(s){if(s.defaultPrevented||!ir(s))return;let t=De();t&&(s.preventDefault(),t.focusInput())}function ir(s){let t=s.ctrlKey||s.metaKey;return s.key.toLowerCase()==="k"?t&&!s.shiftKey&&!s.altKey:s.key==="/"&&!t&&le()&&!or(s)}function or(s){let t=s.composedPath()[0];return t instanceof HTMLElement&&(t.isContentEditable||t.matches("input, textarea, select"))}var nr=120,xe=class{constructor(t,e,r){this.host=t;this.service=e;this.onFound=r;this.options=[];this.areRecent=!1;this.active=-1;this.#e=!1;this.#r=new AbortController;t.addController(this)}#e;#t;#r;hostDisconnected(){this.close()}get isOpen(){return this.#e&&this.options.length>0}get chosen(){return this.options[this.active]}typed(t){this.#i(),t?this.#t=setTimeout(()=>{this.fetch(t)},nr):this.showRecent()}showRecent(){this.#i(),this.areRecent=!0,this.#s(Ie())}async fetch(t){this.#i();try{let e=await this.service().suggest(t,this.#r.signal);this.areRecent=!1,this.#s(e),this.onFound(e.length)}catch(e){if(I(e))return;if(!(e instanceof b))throw e;this.#s([])}}move(t){let e=this.options.length+1;this.active=(this.active+1+t+e)%e-1,this.host.requestUpdate()}close(){this.#i(),this.#e=!1,this.host.requestUpdate()}#s(t){this.options=t,this.#e=!0,this.host.requestUpdate()}#i(){clearTimeout(this.#t),this.#r.abort(),this.#r=new AbortController,this.active=-1}};var Y=class extends T{constructor(){super(...arguments);this.mode="inline";this.value="";this.#e=new xe(this,()=>this.service,e=>this.announce(this.strings.suggestionCount(e)));this.#t=new we(this,()=>this.service,()=>this.announce(this.#u()));this.#l=()=>{this.#t.clear(),this.input.value="",this.input.focus()};this.#c=()=>{$t(),this.#e.close(),this.input.focus()};this.#d=()=>{St(!le()),this.requestUpdate()};this.#h=()=>this.#e.typed(this.input.value.trim());this.#f=()=>{this.input.value.trim()||this.#e.showRecent()};this.#m=e=>{let r=this.renderRoot.querySelector("form");e.relatedTarget instanceof Node&&r?.contains(e.relatedTarget)||this.#e.close()};this.#g=e=>{e.isComposing||(e.key==="ArrowDown"||e.key==="ArrowUp"?(e.preventDefault(),this.#v(e.key==="ArrowDown"?1:-1)):e.key==="Escape"&&this.#e.isOpen&&(e.preventDefault(),this.#e.close()))};this.#b=e=>{e.preventDefault(),this.searchFor(this.#e.chosen??this.input.value)};this.#n=e=>{let{question:r,verbatim:i}=e.detail;this.searchFor(r,i)};this.#p=e=>{e.defaultPrevented||De()!==this||(e.preventDefault(),this.scrollIntoView({block:"nearest"}),this.focusInput(),this.searchFor(e.detail.query))}}static{this.styles=[be,L,vt]}#e;#t;connectedCallback(){super.connectedCallback(),At(this),document.addEventListener(oe,this.#p),this.addEventListener(q,this.#n)}disconnectedCallback(){super.disconnectedCallback(),_t(this),document.removeEventListener(oe,this.#p),this.removeEventListener(q,this.#n)}focusInput(){this.input.focus(),this.input.select()}searchFor(e,r=!1){let i=e.trim();this.#e.close(),i&&(this.input.value=i,yt(i),this.mode==="page"?location.assign(this.searchPage(i)):this.#t.search(i,r))}render(){return a`<div class="root" lang=${this.language}>${this.#r()} ${this.#o()} ${this.liveRegion()}</div>`}#r(){let{strings:e}=this,{isOpen:r,active:i}=this.#e;return a`<form
      role="search"
      aria-label=${e.searchTheArchive}
      @submit=${this.#b}
      @focusout=${this.#m}
    >
      <div class="field">
        ${y.search}
        <input
          type="text"
          inputmode="search"
          enterkeyhint="search"
          role="combobox"
          maxlength="500"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          aria-label=${e.searchTheArchive}
          aria-autocomplete="list"
          aria-expanded=${r}
          aria-controls="options"
          aria-activedescendant=${r&&i>=0?`option-${i}`:c}
          placeholder=${e.placeholderSearch}
          .defaultValue=${this.value}
          @input=${this.#h}
          @focus=${this.#f}
          @keydown=${this.#g}
        />
        ${le()?a`<kbd aria-hidden="true">/</kbd>`:c}
        <button class="primary" type="submit">${e.search}</button>
      </div>
      ${this.#s()}
    </form>`}#s(){let{strings:e}=this,{isOpen:r,areRecent:i,options:o}=this.#e;return a`<div class="popup" ?hidden=${!r}>
      <p class="label" id="options-label">${i?e.recent:e.suggestions}</p>
      <ul role="listbox" id="options" aria-labelledby="options-label">
        ${o.map((n,u)=>this.#i(n,u))}
      </ul>
      <p class="settings">
        ${i?a`<button class="quiet" type="button" @click=${this.#c}>${e.clearRecent}</button>`:c}
        <button class="quiet" type="button" @click=${this.#d}>
          ${le()?e.slashOff:e.slashOn}
        </button>
      </p>
    </div>`}#i(e,r){return a`<li
      role="option"
      id="option-${r}"
      aria-selected=${r===this.#e.active}
      dir="auto"
      @mousedown=${i=>i.preventDefault()}
      @click=${()=>this.searchFor(e)}
    >
      ${this.#e.areRecent?y.clock:y.search}<span>${e}</span>
    </li>`}#o(){let{query:e,found:r,error:i,slow:o}=this.#t;return i?a`<div class="outcome">${ye(i,this.strings,()=>this.searchFor(e))}</div>`:r?this.#a(r):o?a`<p class="outcome count">${this.strings.searching}</p>`:c}#a(e){let{strings:r,language:i}=this,{answer:o,query:n}=this.#t,u=new Q(this.service,this.articleUrl);return a`<section class="outcome" aria-labelledby="results">
      <h2 class="hidden-text" id="results">${r.results}</h2>
      <button class="quiet dismiss" type="button" aria-label=${r.clearSearch} @click=${this.#l}>
        ${y.close}
      </button>
      ${o?a`<footnote-answer
            .reply=${o}
            .service=${this.service}
            .strings=${r}
            .language=${i}
            .articleUrl=${this.articleUrl}
          ></footnote-answer>`:c}
      ${wt(e,u,r,i,l=>this.searchFor(l))}
      <p class="more">
        ${e.hits.length<e.total?a`<button class="chip" type="button" @click=${()=>this.#t.more()}>
              ${r.moreResults}
            </button>`:c}
        ${e.total?a`<a href=${this.searchPage(n)}>${r.allResults}</a>`:c}
      </p>
    </section>`}#u(){let{error:e,found:r}=this.#t;return e?ne(e,this.strings):r?He(r,this.strings):this.strings.noResults}#l;#c;#d;#h;#f;#m;#g;#v(e){let r=this.input.value.trim();this.#e.isOpen?this.#e.move(e):r?this.#e.fetch(r):this.#e.showRecent(),this.updateComplete.then(()=>this.renderRoot.querySelector("[aria-selected=true]")?.scrollIntoView({block:"nearest"}))}#b;#n;#p};d([h()],Y.prototype,"mode",2),d([h()],Y.prototype,"value",2),d([K("input")],Y.prototype,"input",2);P("footnote-search",Y);export{Wt as registerStrings};
/*! Bundled license information:

@lit/reactive-element/css-tag.js:
  (**
   * @license
   * Copyright 2019 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)

@lit/reactive-element/reactive-element.js:
lit-html/lit-html.js:
lit-element/lit-element.js:
@lit/reactive-element/decorators/custom-element.js:
@lit/reactive-element/decorators/property.js:
@lit/reactive-element/decorators/state.js:
@lit/reactive-element/decorators/event-options.js:
@lit/reactive-element/decorators/base.js:
@lit/reactive-element/decorators/query.js:
@lit/reactive-element/decorators/query-all.js:
@lit/reactive-element/decorators/query-async.js:
@lit/reactive-element/decorators/query-assigned-nodes.js:
  (**
   * @license
   * Copyright 2017 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)

lit-html/is-server.js:
  (**
   * @license
   * Copyright 2022 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)

@lit/reactive-element/decorators/query-assigned-elements.js:
  (**
   * @license
   * Copyright 2021 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)
*/
