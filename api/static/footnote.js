/*! footnote.js, sources sha256:71933e80a843fa1c947e8c550ddc8e77b6f10c6b2890d5d2089c46fdacec40a2 */
var wt=Object.defineProperty;var xt=Object.getOwnPropertyDescriptor;var d=(r,t,e,s)=>{for(var i=s>1?void 0:s?xt(t,e):t,n=r.length-1,o;n>=0;n--)(o=r[n])&&(i=(s?o(t,e,i):o(i))||i);return s&&i&&wt(t,e,i),i};var le=globalThis,ce=le.ShadowRoot&&(le.ShadyCSS===void 0||le.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype,be=Symbol(),Ue=new WeakMap,Z=class{constructor(t,e,s){if(this._$cssResult$=!0,s!==be)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=t,this.t=e}get styleSheet(){let t=this.o,e=this.t;if(ce&&t===void 0){let s=e!==void 0&&e.length===1;s&&(t=Ue.get(e)),t===void 0&&((this.o=t=new CSSStyleSheet).replaceSync(this.cssText),s&&Ue.set(e,t))}return t}toString(){return this.cssText}},Oe=r=>new Z(typeof r=="string"?r:r+"",void 0,be),k=(r,...t)=>{let e=r.length===1?r[0]:t.reduce((s,i,n)=>s+(o=>{if(o._$cssResult$===!0)return o.cssText;if(typeof o=="number")return o;throw Error("Value passed to 'css' function must be a 'css' function result: "+o+". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.")})(i)+r[n+1],r[0]);return new Z(e,r,be)},Me=(r,t)=>{if(ce)r.adoptedStyleSheets=t.map(e=>e instanceof CSSStyleSheet?e:e.styleSheet);else for(let e of t){let s=document.createElement("style"),i=le.litNonce;i!==void 0&&s.setAttribute("nonce",i),s.textContent=e.cssText,r.appendChild(s)}},ye=ce?r=>r:r=>r instanceof CSSStyleSheet?(t=>{let e="";for(let s of t.cssRules)e+=s.cssText;return Oe(e)})(r):r;var{is:kt,defineProperty:St,getOwnPropertyDescriptor:At,getOwnPropertyNames:_t,getOwnPropertySymbols:Et,getPrototypeOf:Tt}=Object,ue=globalThis,je=ue.trustedTypes,Ct=je?je.emptyScript:"",Rt=ue.reactiveElementPolyfillSupport,X=(r,t)=>r,F={toAttribute(r,t){switch(t){case Boolean:r=r?Ct:null;break;case Object:case Array:r=r==null?r:JSON.stringify(r)}return r},fromAttribute(r,t){let e=r;switch(t){case Boolean:e=r!==null;break;case Number:e=r===null?null:Number(r);break;case Object:case Array:try{e=JSON.parse(r)}catch{e=null}}return e}},de=(r,t)=>!kt(r,t),Ie={attribute:!0,type:String,converter:F,reflect:!1,useDefault:!1,hasChanged:de};Symbol.metadata??=Symbol("metadata"),ue.litPropertyMetadata??=new WeakMap;var C=class extends HTMLElement{static addInitializer(t){this._$Ei(),(this.l??=[]).push(t)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(t,e=Ie){if(e.state&&(e.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(t)&&((e=Object.create(e)).wrapped=!0),this.elementProperties.set(t,e),!e.noAccessor){let s=Symbol(),i=this.getPropertyDescriptor(t,s,e);i!==void 0&&St(this.prototype,t,i)}}static getPropertyDescriptor(t,e,s){let{get:i,set:n}=At(this.prototype,t)??{get(){return this[e]},set(o){this[e]=o}};return{get:i,set(o){let c=i?.call(this);n?.call(this,o),this.requestUpdate(t,c,s)},configurable:!0,enumerable:!0}}static getPropertyOptions(t){return this.elementProperties.get(t)??Ie}static _$Ei(){if(this.hasOwnProperty(X("elementProperties")))return;let t=Tt(this);t.finalize(),t.l!==void 0&&(this.l=[...t.l]),this.elementProperties=new Map(t.elementProperties)}static finalize(){if(this.hasOwnProperty(X("finalized")))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(X("properties"))){let e=this.properties,s=[..._t(e),...Et(e)];for(let i of s)this.createProperty(i,e[i])}let t=this[Symbol.metadata];if(t!==null){let e=litPropertyMetadata.get(t);if(e!==void 0)for(let[s,i]of e)this.elementProperties.set(s,i)}this._$Eh=new Map;for(let[e,s]of this.elementProperties){let i=this._$Eu(e,s);i!==void 0&&this._$Eh.set(i,e)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(t){let e=[];if(Array.isArray(t)){let s=new Set(t.flat(1/0).reverse());for(let i of s)e.unshift(ye(i))}else t!==void 0&&e.push(ye(t));return e}static _$Eu(t,e){let s=e.attribute;return s===!1?void 0:typeof s=="string"?s:typeof t=="string"?t.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){this._$ES=new Promise(t=>this.enableUpdating=t),this._$AL=new Map,this._$E_(),this.requestUpdate(),this.constructor.l?.forEach(t=>t(this))}addController(t){(this._$EO??=new Set).add(t),this.renderRoot!==void 0&&this.isConnected&&t.hostConnected?.()}removeController(t){this._$EO?.delete(t)}_$E_(){let t=new Map,e=this.constructor.elementProperties;for(let s of e.keys())this.hasOwnProperty(s)&&(t.set(s,this[s]),delete this[s]);t.size>0&&(this._$Ep=t)}createRenderRoot(){let t=this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions);return Me(t,this.constructor.elementStyles),t}connectedCallback(){this.renderRoot??=this.createRenderRoot(),this.enableUpdating(!0),this._$EO?.forEach(t=>t.hostConnected?.())}enableUpdating(t){}disconnectedCallback(){this._$EO?.forEach(t=>t.hostDisconnected?.())}attributeChangedCallback(t,e,s){this._$AK(t,s)}_$ET(t,e){let s=this.constructor.elementProperties.get(t),i=this.constructor._$Eu(t,s);if(i!==void 0&&s.reflect===!0){let n=(s.converter?.toAttribute!==void 0?s.converter:F).toAttribute(e,s.type);this._$Em=t,n==null?this.removeAttribute(i):this.setAttribute(i,n),this._$Em=null}}_$AK(t,e){let s=this.constructor,i=s._$Eh.get(t);if(i!==void 0&&this._$Em!==i){let n=s.getPropertyOptions(i),o=typeof n.converter=="function"?{fromAttribute:n.converter}:n.converter?.fromAttribute!==void 0?n.converter:F;this._$Em=i;let c=o.fromAttribute(e,n.type);this[i]=c??this._$Ej?.get(i)??c,this._$Em=null}}requestUpdate(t,e,s,i=!1,n){if(t!==void 0){let o=this.constructor;if(i===!1&&(n=this[t]),s??=o.getPropertyOptions(t),!((s.hasChanged??de)(n,e)||s.useDefault&&s.reflect&&n===this._$Ej?.get(t)&&!this.hasAttribute(o._$Eu(t,s))))return;this.C(t,e,s)}this.isUpdatePending===!1&&(this._$ES=this._$EP())}C(t,e,{useDefault:s,reflect:i,wrapped:n},o){s&&!(this._$Ej??=new Map).has(t)&&(this._$Ej.set(t,o??e??this[t]),n!==!0||o!==void 0)||(this._$AL.has(t)||(this.hasUpdated||s||(e=void 0),this._$AL.set(t,e)),i===!0&&this._$Em!==t&&(this._$Eq??=new Set).add(t))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(e){Promise.reject(e)}let t=this.scheduleUpdate();return t!=null&&await t,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){if(!this.isUpdatePending)return;if(!this.hasUpdated){if(this.renderRoot??=this.createRenderRoot(),this._$Ep){for(let[i,n]of this._$Ep)this[i]=n;this._$Ep=void 0}let s=this.constructor.elementProperties;if(s.size>0)for(let[i,n]of s){let{wrapped:o}=n,c=this[i];o!==!0||this._$AL.has(i)||c===void 0||this.C(i,void 0,n,c)}}let t=!1,e=this._$AL;try{t=this.shouldUpdate(e),t?(this.willUpdate(e),this._$EO?.forEach(s=>s.hostUpdate?.()),this.update(e)):this._$EM()}catch(s){throw t=!1,this._$EM(),s}t&&this._$AE(e)}willUpdate(t){}_$AE(t){this._$EO?.forEach(e=>e.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(t)),this.updated(t)}_$EM(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(t){return!0}update(t){this._$Eq&&=this._$Eq.forEach(e=>this._$ET(e,this[e])),this._$EM()}updated(t){}firstUpdated(t){}};C.elementStyles=[],C.shadowRootOptions={mode:"open"},C[X("elementProperties")]=new Map,C[X("finalized")]=new Map,Rt?.({ReactiveElement:C}),(ue.reactiveElementVersions??=[]).push("2.1.2");var _e=globalThis,He=r=>r,he=_e.trustedTypes,De=he?he.createPolicy("lit-html",{createHTML:r=>r}):void 0,We="$lit$",R=`lit$${Math.random().toFixed(9).slice(2)}$`,Je="?"+R,Pt=`<${Je}>`,M=document,te=()=>M.createComment(""),se=r=>r===null||typeof r!="object"&&typeof r!="function",Ee=Array.isArray,qt=r=>Ee(r)||typeof r?.[Symbol.iterator]=="function",$e=`[ 	
\f\r]`,ee=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,ze=/-->/g,Be=/>/g,U=RegExp(`>|${$e}(?:([^\\s"'>=/]+)(${$e}*=${$e}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),Ve=/'/g,Ke=/"/g,Ge=/^(?:script|style|textarea|title)$/i,Te=r=>(t,...e)=>({_$litType$:r,strings:t,values:e}),a=Te(1),P=Te(2),as=Te(3),j=Symbol.for("lit-noChange"),u=Symbol.for("lit-nothing"),Qe=new WeakMap,O=M.createTreeWalker(M,129);function Ye(r,t){if(!Ee(r)||!r.hasOwnProperty("raw"))throw Error("invalid template strings array");return De!==void 0?De.createHTML(t):t}var Lt=(r,t)=>{let e=r.length-1,s=[],i,n=t===2?"<svg>":t===3?"<math>":"",o=ee;for(let c=0;c<e;c++){let l=r[c],h,g,p=-1,b=0;for(;b<l.length&&(o.lastIndex=b,g=o.exec(l),g!==null);)b=o.lastIndex,o===ee?g[1]==="!--"?o=ze:g[1]!==void 0?o=Be:g[2]!==void 0?(Ge.test(g[2])&&(i=RegExp("</"+g[2],"g")),o=U):g[3]!==void 0&&(o=U):o===U?g[0]===">"?(o=i??ee,p=-1):g[1]===void 0?p=-2:(p=o.lastIndex-g[2].length,h=g[1],o=g[3]===void 0?U:g[3]==='"'?Ke:Ve):o===Ke||o===Ve?o=U:o===ze||o===Be?o=ee:(o=U,i=void 0);let f=o===U&&r[c+1].startsWith("/>")?" ":"";n+=o===ee?l+Pt:p>=0?(s.push(h),l.slice(0,p)+We+l.slice(p)+R+f):l+R+(p===-2?c:f)}return[Ye(r,n+(r[e]||"<?>")+(t===2?"</svg>":t===3?"</math>":"")),s]},re=class r{constructor({strings:t,_$litType$:e},s){let i;this.parts=[];let n=0,o=0,c=t.length-1,l=this.parts,[h,g]=Lt(t,e);if(this.el=r.createElement(h,s),O.currentNode=this.el.content,e===2||e===3){let p=this.el.content.firstChild;p.replaceWith(...p.childNodes)}for(;(i=O.nextNode())!==null&&l.length<c;){if(i.nodeType===1){if(i.hasAttributes())for(let p of i.getAttributeNames())if(p.endsWith(We)){let b=g[o++],f=i.getAttribute(p).split(R),_=/([.?@])?(.*)/.exec(b);l.push({type:1,index:n,name:_[2],strings:f,ctor:_[1]==="."?xe:_[1]==="?"?ke:_[1]==="@"?Se:V}),i.removeAttribute(p)}else p.startsWith(R)&&(l.push({type:6,index:n}),i.removeAttribute(p));if(Ge.test(i.tagName)){let p=i.textContent.split(R),b=p.length-1;if(b>0){i.textContent=he?he.emptyScript:"";for(let f=0;f<b;f++)i.append(p[f],te()),O.nextNode(),l.push({type:2,index:++n});i.append(p[b],te())}}}else if(i.nodeType===8)if(i.data===Je)l.push({type:2,index:n});else{let p=-1;for(;(p=i.data.indexOf(R,p+1))!==-1;)l.push({type:7,index:n}),p+=R.length-1}n++}}static createElement(t,e){let s=M.createElement("template");return s.innerHTML=t,s}};function B(r,t,e=r,s){if(t===j)return t;let i=s!==void 0?e._$Co?.[s]:e._$Cl,n=se(t)?void 0:t._$litDirective$;return i?.constructor!==n&&(i?._$AO?.(!1),n===void 0?i=void 0:(i=new n(r),i._$AT(r,e,s)),s!==void 0?(e._$Co??=[])[s]=i:e._$Cl=i),i!==void 0&&(t=B(r,i._$AS(r,t.values),i,s)),t}var we=class{constructor(t,e){this._$AV=[],this._$AN=void 0,this._$AD=t,this._$AM=e}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(t){let{el:{content:e},parts:s}=this._$AD,i=(t?.creationScope??M).importNode(e,!0);O.currentNode=i;let n=O.nextNode(),o=0,c=0,l=s[0];for(;l!==void 0;){if(o===l.index){let h;l.type===2?h=new ie(n,n.nextSibling,this,t):l.type===1?h=new l.ctor(n,l.name,l.strings,this,t):l.type===6&&(h=new Ae(n,this,t)),this._$AV.push(h),l=s[++c]}o!==l?.index&&(n=O.nextNode(),o++)}return O.currentNode=M,i}p(t){let e=0;for(let s of this._$AV)s!==void 0&&(s.strings!==void 0?(s._$AI(t,s,e),e+=s.strings.length-2):s._$AI(t[e])),e++}},ie=class r{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(t,e,s,i){this.type=2,this._$AH=u,this._$AN=void 0,this._$AA=t,this._$AB=e,this._$AM=s,this.options=i,this._$Cv=i?.isConnected??!0}get parentNode(){let t=this._$AA.parentNode,e=this._$AM;return e!==void 0&&t?.nodeType===11&&(t=e.parentNode),t}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(t,e=this){t=B(this,t,e),se(t)?t===u||t==null||t===""?(this._$AH!==u&&this._$AR(),this._$AH=u):t!==this._$AH&&t!==j&&this._(t):t._$litType$!==void 0?this.$(t):t.nodeType!==void 0?this.T(t):qt(t)?this.k(t):this._(t)}O(t){return this._$AA.parentNode.insertBefore(t,this._$AB)}T(t){this._$AH!==t&&(this._$AR(),this._$AH=this.O(t))}_(t){this._$AH!==u&&se(this._$AH)?this._$AA.nextSibling.data=t:this.T(M.createTextNode(t)),this._$AH=t}$(t){let{values:e,_$litType$:s}=t,i=typeof s=="number"?this._$AC(t):(s.el===void 0&&(s.el=re.createElement(Ye(s.h,s.h[0]),this.options)),s);if(this._$AH?._$AD===i)this._$AH.p(e);else{let n=new we(i,this),o=n.u(this.options);n.p(e),this.T(o),this._$AH=n}}_$AC(t){let e=Qe.get(t.strings);return e===void 0&&Qe.set(t.strings,e=new re(t)),e}k(t){Ee(this._$AH)||(this._$AH=[],this._$AR());let e=this._$AH,s,i=0;for(let n of t)i===e.length?e.push(s=new r(this.O(te()),this.O(te()),this,this.options)):s=e[i],s._$AI(n),i++;i<e.length&&(this._$AR(s&&s._$AB.nextSibling,i),e.length=i)}_$AR(t=this._$AA.nextSibling,e){for(this._$AP?.(!1,!0,e);t!==this._$AB;){let s=He(t).nextSibling;He(t).remove(),t=s}}setConnected(t){this._$AM===void 0&&(this._$Cv=t,this._$AP?.(t))}},V=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(t,e,s,i,n){this.type=1,this._$AH=u,this._$AN=void 0,this.element=t,this.name=e,this._$AM=i,this.options=n,s.length>2||s[0]!==""||s[1]!==""?(this._$AH=Array(s.length-1).fill(new String),this.strings=s):this._$AH=u}_$AI(t,e=this,s,i){let n=this.strings,o=!1;if(n===void 0)t=B(this,t,e,0),o=!se(t)||t!==this._$AH&&t!==j,o&&(this._$AH=t);else{let c=t,l,h;for(t=n[0],l=0;l<n.length-1;l++)h=B(this,c[s+l],e,l),h===j&&(h=this._$AH[l]),o||=!se(h)||h!==this._$AH[l],h===u?t=u:t!==u&&(t+=(h??"")+n[l+1]),this._$AH[l]=h}o&&!i&&this.j(t)}j(t){t===u?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,t??"")}},xe=class extends V{constructor(){super(...arguments),this.type=3}j(t){this.element[this.name]=t===u?void 0:t}},ke=class extends V{constructor(){super(...arguments),this.type=4}j(t){this.element.toggleAttribute(this.name,!!t&&t!==u)}},Se=class extends V{constructor(t,e,s,i,n){super(t,e,s,i,n),this.type=5}_$AI(t,e=this){if((t=B(this,t,e,0)??u)===j)return;let s=this._$AH,i=t===u&&s!==u||t.capture!==s.capture||t.once!==s.once||t.passive!==s.passive,n=t!==u&&(s===u||i);i&&this.element.removeEventListener(this.name,this,s),n&&this.element.addEventListener(this.name,this,t),this._$AH=t}handleEvent(t){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,t):this._$AH.handleEvent(t)}},Ae=class{constructor(t,e,s){this.element=t,this.type=6,this._$AN=void 0,this._$AM=e,this.options=s}get _$AU(){return this._$AM._$AU}_$AI(t){B(this,t)}};var Nt=_e.litHtmlPolyfillSupport;Nt?.(re,ie),(_e.litHtmlVersions??=[]).push("3.3.3");var Ze=(r,t,e)=>{let s=e?.renderBefore??t,i=s._$litPart$;if(i===void 0){let n=e?.renderBefore??null;s._$litPart$=i=new ie(t.insertBefore(te(),n),n,void 0,e??{})}return i._$AI(r),i};var Ce=globalThis,S=class extends C{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){let t=super.createRenderRoot();return this.renderOptions.renderBefore??=t.firstChild,t}update(t){let e=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(t),this._$Do=Ze(e,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return j}};S._$litElement$=!0,S.finalized=!0,Ce.litElementHydrateSupport?.({LitElement:S});var Ut=Ce.litElementPolyfillSupport;Ut?.({LitElement:S});(Ce.litElementVersions??=[]).push("4.2.2");var Ot={attribute:!0,type:String,converter:F,reflect:!1,hasChanged:de},Mt=(r=Ot,t,e)=>{let{kind:s,metadata:i}=e,n=globalThis.litPropertyMetadata.get(i);if(n===void 0&&globalThis.litPropertyMetadata.set(i,n=new Map),s==="setter"&&((r=Object.create(r)).wrapped=!0),n.set(e.name,r),s==="accessor"){let{name:o}=e;return{set(c){let l=t.get.call(this);t.set.call(this,c),this.requestUpdate(o,l,r,!0,c)},init(c){return c!==void 0&&this.C(o,void 0,r,c),c}}}if(s==="setter"){let{name:o}=e;return function(c){let l=this[o];t.call(this,c),this.requestUpdate(o,l,r,!0,c)}}throw Error("Unsupported decorator location: "+s)};function m(r){return(t,e)=>typeof e=="object"?Mt(r,t,e):((s,i,n)=>{let o=i.hasOwnProperty(n);return i.constructor.createProperty(n,s),o?Object.getOwnPropertyDescriptor(i,n):void 0})(r,t,e)}function v(r){return m({...r,state:!0,attribute:!1})}var I=(r,t,e)=>(e.configurable=!0,e.enumerable=!0,Reflect.decorate&&typeof t!="object"&&Object.defineProperty(r,t,e),e);function K(r,t){return(e,s,i)=>{let n=o=>o.renderRoot?.querySelector(r)??null;if(t){let{get:o,set:c}=typeof s=="object"?e:i??(()=>{let l=Symbol();return{get(){return this[l]},set(h){this[l]=h}}})();return I(e,s,{get(){let l=o.call(this);return l===void 0&&(l=n(this),(l!==null||this.hasUpdated)&&c.call(this,l)),l}})}return I(e,s,{get(){return n(this)}})}}var x=class extends Error{constructor(e,s=null){super(`Footnote: ${e}`);this.trouble=e;this.retryAfterS=s}};function Q(r){return r instanceof DOMException&&r.name==="AbortError"}var pe=class{constructor(t){this.base=t}ask(t,e){return this.#t("v1/ask",t,e)}search(t,e,s,i){return this.#s("v1/search",{q:t,limit:s,offset:e},i)}async suggest(t,e){return(await this.#s("v1/suggest",{q:t},e)).suggestions}async sendFeedback(t){await this.#t("v1/feedback",t,new AbortController().signal)}link(t){if(!t)return null;try{let e=new URL(t,this.base);return/^https?:$/.test(e.protocol)?e.href:null}catch{return null}}#s(t,e,s){let i=new URL(t,this.base);for(let[n,o]of Object.entries(e))i.searchParams.set(n,String(o));return this.#e(i,{},s)}#t(t,e,s){let i={"Content-Type":"application/json"};return this.#e(new URL(t,this.base),{method:"POST",headers:i,body:JSON.stringify(e)},s)}async#e(t,e,s){let i=new AbortController,n=setTimeout(()=>i.abort(),5e3);try{let o=await fetch(t,{...e,credentials:"omit",signal:AbortSignal.any([s,i.signal])});if(!o.ok)throw jt(o);return o.status===204?void 0:await o.json()}catch(o){throw o instanceof x||s.aborted?o:i.signal.aborted?new x("timeout"):new x(navigator.onLine?"unavailable":"offline")}finally{clearTimeout(n)}}};function jt(r){if(r.status===429||r.status===503){let t=Number.parseInt(r.headers.get("Retry-After")??"",10);return new x("busy",Number.isNaN(t)?null:t)}return new x(r.status<500?"rejected":"unavailable")}var me={askTheArchive:"Ask the archive",openChat:"Ask a question",closeChat:"Close",clearChat:"Clear",clearedChat:"Conversation cleared",conversation:"Conversation",intro:"Ask in your own words. You get sentences quoted word for word from our fact-checks, each with its sources. Nothing is written by a machine.",yourQuestion:"Your question",placeholderAsk:"Ask about a claim…",send:"Ask",tryAsking:"Try asking",askNext:"Ask next",youAsked:"You asked",articleSays:"The article says",articlesSay:"The articles say",checkedOn:r=>`Checked on ${r}`,noDate:"No check date given",verdict:"Verdict",readInArticle:"Read in the article",sourceNumber:r=>`Source ${r}`,sourcesOf:"Sources of this quote",closeSource:"Close the source",danglingSource:"The article lists no source for this number.",paragraphScope:"Printed at the end of the paragraph, after this sentence.",untitledSource:"Untitled source",newTab:"(opens in a new tab)",alsoChecked:"Also checked",understoodAs:"Understood as",askVerbatim:"Ask exactly what I typed",copy:"Copy with citations",copied:"Copied",copyFailed:"Copying was not allowed",sourcesInArticle:"Sources, numbered as in the article",announceAnswer:(r,t)=>`The article “${r}” says: ${t}`,helpful:"Was this helpful?",yes:"Yes, helpful",no:"No, not helpful",thanks:"Thank you.",whatWasWrong:"What was wrong?",reasons:{wrong_source:"The source does not fit",off_topic:"It does not answer my question",incomplete:"Something important is missing",outdated:"It is out of date",other:"Something else"},comment:"In your words (optional)",sendFeedback:"Send",feedbackFailed:"This could not be sent. Please try again.",notFound:"The archive does not answer this.",why:{no_match:"No article in the archive deals with it.",weak_evidence:"Some articles come near, but none says it clearly enough to quote.",underspecified:"The question leaves open what it is about. Name the person, place or claim.",empty_archive:"The archive holds no articles yet.",not_a_question:"Ask a question, or name a claim you want checked."},nearest:"Nearest articles",searchInstead:"Search the archive instead",searching:"Searching the archive…",trouble:{offline:"You are offline. Your question is kept; try again when you are connected.",timeout:"That took longer than five seconds.",busy:"Many people are asking right now.",rejected:"This question could not be read. Try a shorter or simpler wording.",unavailable:"The archive cannot be reached right now."},retryIn:r=>`Try again in ${r} ${r===1?"second":"seconds"}.`,retry:"Try again",search:"Search",searchTheArchive:"Search the fact-checks",placeholderSearch:"Search fact-checks…",suggestions:"Suggestions",suggestionCount:r=>r===1?"1 suggestion":`${r} suggestions`,recent:"Recent searches",clearRecent:"Clear recent searches",slashOff:"Turn the “/” shortcut off",slashOn:"Turn the “/” shortcut on",results:"Search results",resultCount:r=>r===1?"1 article":`${r} articles`,noResults:"No article matches these words.",didYouMean:"Did you mean",moreResults:"Show more",allResults:"All results on one page",clearSearch:"Clear the search"};var Xe={askTheArchive:"Pregunta al archivo",openChat:"Haz una pregunta",closeChat:"Cerrar",clearChat:"Borrar",clearedChat:"Conversación borrada",conversation:"Conversación",intro:"Pregunta con tus palabras. Recibirás frases citadas al pie de la letra de nuestras verificaciones, cada una con sus fuentes. Nada lo escribe una máquina.",yourQuestion:"Tu pregunta",placeholderAsk:"Pregunta por una afirmación…",send:"Preguntar",tryAsking:"Prueba a preguntar",askNext:"Sigue preguntando",youAsked:"Preguntaste",articleSays:"El artículo dice",articlesSay:"Los artículos dicen",checkedOn:r=>`Verificado el ${r}`,noDate:"Sin fecha de verificación",verdict:"Veredicto",readInArticle:"Leer en el artículo",sourceNumber:r=>`Fuente ${r}`,sourcesOf:"Fuentes de esta cita",closeSource:"Cerrar la fuente",danglingSource:"El artículo no indica ninguna fuente para este número.",paragraphScope:"Impreso al final del párrafo, después de esta frase.",untitledSource:"Fuente sin título",newTab:"(se abre en una pestaña nueva)",alsoChecked:"También verificado",understoodAs:"Entendido como",askVerbatim:"Preguntar justo lo que escribí",copy:"Copiar con citas",copied:"Copiado",copyFailed:"No se permitió copiar",sourcesInArticle:"Fuentes, numeradas como en el artículo",announceAnswer:(r,t)=>`El artículo «${r}» dice: ${t}`,helpful:"¿Te ha sido útil?",yes:"Sí, útil",no:"No, nada útil",thanks:"Gracias.",whatWasWrong:"¿Qué estaba mal?",reasons:{wrong_source:"La fuente no corresponde",off_topic:"No responde a mi pregunta",incomplete:"Falta algo importante",outdated:"Está desactualizado",other:"Otra cosa"},comment:"Con tus palabras (opcional)",sendFeedback:"Enviar",feedbackFailed:"No se pudo enviar. Inténtalo de nuevo.",notFound:"El archivo no responde a esto.",why:{no_match:"Ningún artículo del archivo trata de ello.",weak_evidence:"Algunos artículos se acercan, pero ninguno lo dice con suficiente claridad para citarlo.",underspecified:"La pregunta no aclara de qué trata. Nombra a la persona, el lugar o la afirmación.",empty_archive:"El archivo aún no contiene artículos.",not_a_question:"Haz una pregunta o nombra la afirmación que quieres comprobar."},nearest:"Artículos más cercanos",searchInstead:"Buscar en el archivo",searching:"Buscando en el archivo…",trouble:{offline:"Estás sin conexión. Tu pregunta se conserva; inténtalo cuando vuelvas a estar en línea.",timeout:"Ha tardado más de cinco segundos.",busy:"Hay mucha gente preguntando ahora mismo.",rejected:"No se pudo leer la pregunta. Prueba con una redacción más corta o sencilla.",unavailable:"No se puede acceder al archivo en este momento."},retryIn:r=>`Inténtalo en ${r} ${r===1?"segundo":"segundos"}.`,retry:"Reintentar",search:"Buscar",searchTheArchive:"Buscar en las verificaciones",placeholderSearch:"Buscar verificaciones…",suggestions:"Sugerencias",suggestionCount:r=>r===1?"1 sugerencia":`${r} sugerencias`,recent:"Búsquedas recientes",clearRecent:"Borrar búsquedas recientes",slashOff:"Desactivar el atajo «/»",slashOn:"Activar el atajo «/»",results:"Resultados de la búsqueda",resultCount:r=>r===1?"1 artículo":`${r} artículos`,noResults:"Ningún artículo coincide con estas palabras.",didYouMean:"Quizá quisiste decir",moreResults:"Mostrar más",allResults:"Todos los resultados en una página",clearSearch:"Borrar la búsqueda"};var fe=new Map([["en",me],["es",Xe]]),ge="footnote-strings";function It(r,t){let e=r.toLowerCase();fe.set(e,{...fe.get(e)??me,...t}),window.dispatchEvent(new Event(ge))}function Fe(r){let t=r.toLowerCase();return fe.get(t)??fe.get(t.split("-")[0]??"")??me}function W(r,t){let e=new Date(`${r.slice(0,10)}T00:00:00Z`);if(Number.isNaN(e.getTime()))return r;let s={dateStyle:"long",timeZone:"UTC"};try{return e.toLocaleDateString(t,s)}catch{return e.toLocaleDateString("en",s)}}var Ht=new URL(".",import.meta.url).href,Dt=3e3,E=class extends S{constructor(){super(...arguments);this.api="";this.articleUrl="";this.searchUrl="";this.announcement="";this.#t=null;this.#e="";this.#r=()=>this.requestUpdate()}#s;#t;#e;get service(){let e=this.api?new URL(this.api.replace(/\/*$/,"/"),document.baseURI).href:Ht;return this.#t?.base!==e&&(this.#t=new pe(e)),this.#t}get language(){return this.#e}get strings(){return Fe(this.#e)}searchPage(e){let s=new URL(this.searchUrl||"search",this.searchUrl?document.baseURI:this.service.base);return s.searchParams.set("q",e),s.href}liveRegion(){return a`<div class="hidden-text" role="status">${this.announcement}</div>`}announce(e){clearTimeout(this.#s),this.announcement=e,this.#s=setTimeout(()=>this.announcement="",Dt)}connectedCallback(){super.connectedCallback(),this.replaceChildren(),window.addEventListener(ge,this.#r)}disconnectedCallback(){super.disconnectedCallback(),window.removeEventListener(ge,this.#r)}willUpdate(){this.#e=this.closest("[lang]")?.lang||navigator.language||"en"}#r};d([m()],E.prototype,"api",2),d([m({attribute:"article-url"})],E.prototype,"articleUrl",2),d([m({attribute:"search-url"})],E.prototype,"searchUrl",2),d([v()],E.prototype,"announcement",2);function q(r,t){customElements.get(r)||customElements.define(r,t)}var L="footnote-ask",ne="footnote-search";function Re(r,t,e){return r.dispatchEvent(new CustomEvent(t,{detail:e,bubbles:!0,composed:!0,cancelable:!0}))}var H=r=>a`<svg viewBox="0 0 20 20" aria-hidden="true">${r}</svg>`,y={close:H(P`<path d="M5 5l10 10M15 5L5 15"/>`),copy:H(P`<path d="M7.5 7.5h9v9h-9zM12.5 7.5v-4h-9v9h4"/>`),up:H(P`<path d="M3 9h3v8H3zM6 9.5L9.5 3c1.6 0 2.2 1 2 2.4L11 8h5.5l-1.5 7.5c-.2 1-.9 1.5-1.9 1.5H6"/>`),down:H(P`<path d="M3 11h3V3H3zM6 10.5L9.5 17c1.6 0 2.2-1 2-2.4L11 12h5.5L15 4.5c-.2-1-.9-1.5-1.9-1.5H6"/>`),search:H(P`<circle cx="8.5" cy="8.5" r="5"/><path d="M12.5 12.5L17 17"/>`),clock:H(P`<circle cx="10" cy="10" r="7"/><path d="M10 6v4l3 2"/>`),ask:H(P`<path d="M3 4h14v10H9l-4 3.5V14H3z"/>`)};var J=class{constructor(t,e){this.service=t;this.template=e}article(t){return this.#s(t)??this.service.link(t.url)}quote(t,e){let s=this.#s(t);if(!s)return this.service.link(e.url);let i=new URL(s);return i.searchParams.set("quote",`${e.start}-${e.end}`),i.hash=`s${e.start}`,i.href}source(t){return this.service.link(t)}#s(t){if(!this.template)return null;let e=this.template.replace("{id}",encodeURIComponent(t.article_id));try{return new URL(e,document.baseURI).href}catch{return null}}};var et=k`
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
`;var ve=k`
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
`,N=k`
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
`;function G(r,t,e,s){let i=t.article(r);return a`
    <h3 class="article-title" dir="auto">${i?a`<a href=${i}>${r.title}</a>`:r.title}</h3>
    <p class="facts">
      ${r.publisher?a`<span>${r.publisher}</span>`:u}
      ${r.checked_on?a`<time datetime=${r.checked_on}>${e.checkedOn(W(r.checked_on,s))}</time>`:a`<span>${e.noDate}</span>`}
      ${r.verdict?a`<span class="verdict">${e.verdict}: ${r.verdict}</span>`:u}
    </p>
  `}function tt(r,t,e,s){return r.articles.map(i=>zt(i,t,e,s)).join(`


`)}function zt(r,t,e,s){let i=r.quotes.map(b=>{let f=b.citations.map(({number:_})=>_).join(", ");return`“${b.text}”${f?` [${f}]`:""}`}),n=r.checked_on?e.checkedOn(W(r.checked_on,s)):e.noDate,o=r.verdict?`${e.verdict}: ${r.verdict}`:"",l=[`— ${[r.title,r.publisher,n,o].filter(Boolean).join(" · ")}`,t.article(r)].filter(Boolean).join(`
`),h=new Map;for(let{number:b,source:f}of r.quotes.flatMap(_=>_.citations)){let _=f?[f.publisher,f.title,t.source(f.url)].filter(Boolean).join(", "):e.danglingSource;h.set(b,`[${b}] ${_}`)}let g=[...h.entries()].sort(([b],[f])=>b-f).map(([,b])=>b),p=g.length?`${e.sourcesInArticle}:
${g.join(`
`)}`:"";return[i.join(`
`),l,p].filter(Boolean).join(`

`)}async function st(r){if(navigator.clipboard)try{return await navigator.clipboard.writeText(r),!0}catch{return!1}let t=s=>{s.clipboardData?.setData("text/plain",r),s.preventDefault()};document.addEventListener("copy",t,{once:!0});let e=document.execCommand("copy");return document.removeEventListener("copy",t),e}var rt=k`
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
`;var T=class extends S{constructor(){super(...arguments);this.answerId="";this.expanded=!1;this.vote=null;this.step="vote";this.failed=!1}static{this.styles=[N,rt]}willUpdate(){this.expanded=this.step==="reason"}render(){let{strings:e}=this;return a`
      <div class="thumbs" role="group" aria-label=${e.helpful}>
        <span aria-hidden="true">${e.helpful}</span>
        ${this.#s("up",e.yes)} ${this.#s("down",e.no)}
        <span role="status">${this.failed?e.feedbackFailed:this.step==="done"?e.thanks:""}</span>
      </div>
      ${this.step==="reason"?this.#t():u}
    `}#s(e,s){return a`<button
      class="quiet"
      type="button"
      aria-label=${s}
      aria-pressed=${this.vote===e}
      @click=${()=>this.#e(e)}
    >
      ${y[e]}
    </button>`}#t(){let{strings:e}=this;return a`
      <form @submit=${this.#r}>
        <fieldset>
          <legend>${e.whatWasWrong}</legend>
          ${Object.entries(e.reasons).map(([s,i])=>a`
              <label class="reason"><input type="radio" name="reason" value=${s} required />${i}</label>
            `)}
        </fieldset>
        <label class="comment">${e.comment}<input type="text" name="comment" maxlength="500" /></label>
        <button class="primary" type="submit">${e.sendFeedback}</button>
      </form>
    `}async#e(e){this.vote=e,this.step=e==="down"?"reason":"vote",await this.#i(e,null,"")&&e==="up"&&(this.step="done")}async#r(e){e.preventDefault();let s=new FormData(e.target);await this.#i("down",String(s.get("reason")),String(s.get("comment")??"").trim())&&(this.step="done",await this.updateComplete,this.renderRoot.querySelector("[aria-pressed=true]")?.focus())}async#i(e,s,i){try{await this.service.sendFeedback({answer_id:this.answerId,vote:e,reason:s,comment:i}),this.failed=!1}catch{this.failed=!0}return!this.failed}};d([m({attribute:!1})],T.prototype,"service",2),d([m({attribute:!1})],T.prototype,"strings",2),d([m({attribute:!1})],T.prototype,"answerId",2),d([m({type:Boolean,reflect:!0})],T.prototype,"expanded",2),d([v()],T.prototype,"vote",2),d([v()],T.prototype,"step",2),d([v()],T.prototype,"failed",2);q("footnote-feedback",T);function it(r,t,e,s,i,n){return a`
    <div class="card" id=${t} role="group" aria-label=${s.sourceNumber(r.number)}>
      <span class="number" aria-hidden="true">${r.number}</span>
      <div>
        ${r.source?Bt(r,e,s,i):a`<p>${s.danglingSource}</p>`}
        ${r.scope==="paragraph"?a`<p class="scope">${s.paragraphScope}</p>`:u}
      </div>
      <button class="quiet" type="button" aria-label=${s.closeSource} @click=${n}>${y.close}</button>
    </div>
  `}function Bt(r,t,e,s){let i=r.source,n=t.source(i?.url),o=n?new URL(n).hostname.replace(/^www\./,""):"",c=i?.publisher||o,l=i?.title||o||e.untitledSource;return a`
    ${c&&c!==l?a`<p class="outlet">${c}</p>`:u}
    <p class="source-title" dir="auto">
      ${n?a`<a href=${n} target="_blank" rel="noopener noreferrer"
            >${l}<span class="hidden-text"> ${e.newTab}</span></a
          >`:l}
    </p>
    ${i?.date?a`<p class="scope">${W(i.date,s)}</p>`:u}
  `}function nt(r,t,e,s){let{links:i,strings:n,open:o}=s,c=i.quote(r,t),l=o?.quote===t?t.citations.find(({number:f})=>f===o.number):void 0,h=/\S{1,24}$/.exec(t.text)?.[0]??"",g=t.text.slice(0,t.text.length-h.length),[p,...b]=t.citations.map(({number:f})=>a`<sup
        ><button
          type="button"
          class="cite"
          id="${e}-${f}"
          aria-label=${n.sourceNumber(f)}
          aria-expanded=${l?.number===f}
          aria-controls="${e}-card"
          @click=${()=>s.toggle(t,f)}
        >
          ${f}
        </button></sup
      >`);return a`
    <div class="quote">
      <blockquote dir="auto" cite=${c??u}>
        <p><span class="words">${g}</span><span class="tail"><span class="words">${h}</span>${p}</span>${b}</p>
      </blockquote>
      ${l?it(l,`${e}-card`,i,n,s.language,()=>s.toggle(t,l.number)):u}
      <p class="place">
        ${t.section?a`<span dir="auto">${t.section}</span>`:u}
        ${c?a`<a href=${c}>${n.readInArticle}<span class="hidden-text">: ${r.title}</span></a>`:u}
      </p>
    </div>
  `}var A=class extends S{constructor(){super(...arguments);this.language="en";this.articleUrl="";this.searchHref="";this.offerQuestions=!1;this.open=null;this.copied=null;this.#a=(e,s)=>{let i=this.open?.quote===e&&this.open.number===s;this.open=i?null:{quote:e,number:s},i?this.#l(e,s):this.updateComplete.then(()=>this.renderRoot.querySelector(".card")?.scrollIntoView({block:"nearest"}))};this.#p=e=>{e.key!=="Escape"||!this.open||(e.stopPropagation(),this.#a(this.open.quote,this.open.number))};this.#c=e=>{Re(this,ne,{query:this.reply.question})||e.preventDefault()}}static{this.styles=[N,et]}render(){let{reply:e}=this;return a`
      ${this.#s()} ${e.status==="answered"?this.#t(e):this.#r(e)}
      ${this.offerQuestions&&e.suggestions?.length?this.#i(e.suggestions):u}
    `}#s(){let{question:e,interpreted_as:s}=this.reply;return!s||Vt(e,s)?u:a`
      <p class="interpretation">
        ${this.strings.understoodAs} <q dir="auto">${s}</q>
        <span aria-hidden="true">·</span>
        <button type="button" class="textual" @click=${()=>this.#o(e,!0)}>
          ${this.strings.askVerbatim}
        </button>
      </p>
    `}#t(e){let{strings:s,language:i}=this,n=this.#n,o={links:n,strings:s,language:i,open:this.open,toggle:this.#a};return a`
      <p class="label">${e.articles.length===1?s.articleSays:s.articlesSay}</p>
      ${e.articles.map((c,l)=>a`
          <article aria-label=${c.title} @keydown=${this.#p}>
            ${G(c,n,s,i)}
            ${c.quotes.map((h,g)=>nt(c,h,`quote-${l}-${g}`,o))}
            ${c.also?.length?this.#e(c.also):u}
          </article>
        `)}
      <div class="actions">
        <button type="button" class="quiet" @click=${()=>this.#u(e)}>${y.copy}${s.copy}</button>
        <span class="copied" role="status">
          ${this.copied===null?"":this.copied?s.copied:s.copyFailed}
        </span>
        <footnote-feedback
          .service=${this.service}
          .strings=${s}
          .answerId=${e.answer_id}
        ></footnote-feedback>
      </div>
    `}#e(e){return a`
      <p class="label">${this.strings.alsoChecked}</p>
      <ul class="nearest">
        ${e.map(s=>a`<li>${G(s,this.#n,this.strings,this.language)}</li>`)}
      </ul>
    `}#r(e){let{strings:s,language:i}=this,n=e.nearest??[];return a`
      <div class="refusal">
        <p class="verdictless">${s.notFound}</p>
        <p>${s.why[e.reason]??""}</p>
      </div>
      ${n.length?a`
            <p class="label">${s.nearest}</p>
            <ul class="nearest">
              ${n.map(o=>a`<li>${G(o,this.#n,s,i)}</li>`)}
            </ul>
          `:u}
      ${this.searchHref?a`<p><a href=${this.searchHref} @click=${this.#c}>${s.searchInstead}</a></p>`:u}
      <footnote-feedback
        .service=${this.service}
        .strings=${s}
        .answerId=${e.answer_id}
      ></footnote-feedback>
    `}#i(e){return a`
      <p class="label" id="next">${this.strings.askNext}</p>
      <ul class="chips" aria-labelledby="next">
        ${e.map(s=>a`
            <li><button type="button" class="chip" @click=${()=>this.#o(s,!1)}>${s}</button></li>
          `)}
      </ul>
    `}get#n(){return new J(this.service,this.articleUrl)}#a;#p;#l(e,s){this.reply.status==="answered"&&this.reply.articles.forEach((i,n)=>i.quotes.forEach((o,c)=>{o===e&&this.renderRoot.querySelector(`#quote-${n}-${c}-${s}`)?.focus()}))}#o(e,s){Re(this,L,{question:e,verbatim:s})}#c;async#u(e){this.copied=await st(tt(e,this.#n,this.strings,this.language))}};d([m({attribute:!1})],A.prototype,"reply",2),d([m({attribute:!1})],A.prototype,"service",2),d([m({attribute:!1})],A.prototype,"strings",2),d([m({attribute:!1})],A.prototype,"language",2),d([m({attribute:!1})],A.prototype,"articleUrl",2),d([m({attribute:!1})],A.prototype,"searchHref",2),d([m({attribute:!1})],A.prototype,"offerQuestions",2),d([v()],A.prototype,"open",2),d([v()],A.prototype,"copied",2);function Vt(r,t){let e=s=>s.toLowerCase().replace(/[\s?.!"“”']+/g," ").trim();return e(r)===e(t)}q("footnote-answer",A);var ot=k`
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
  .trouble {
    display: grid;
    gap: 0.6em;
    justify-items: start;
    padding-inline-start: 0.9em;
    border-inline-start: 3px solid var(--danger);
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
`;function Y(r,t){try{return JSON.parse(r().getItem(t)??"null")}catch{return null}}function D(r,t,e){try{r().setItem(t,JSON.stringify(e))}catch{}}var Pe=()=>window.sessionStorage,z=()=>window.localStorage;var Kt=30,Qt=6;function at(r){return r.slice(-Qt).map(({question:t,reply:e})=>({question:t,passage_ids:e.status==="answered"?e.articles.flatMap(s=>s.quotes.map(i=>i.passage_id)):[]}))}function lt(r){let t=Y(Pe,r);return{turns:Array.isArray(t?.turns)?t.turns.filter(Wt):[],open:t?.open===!0}}function ct(r,{turns:t,open:e}){D(Pe,r,{turns:t.slice(-Kt),open:e})}function Wt(r){let{question:t,reply:e}=r??{};return typeof t!="string"||!e?!1:e.status==="answered"?Array.isArray(e.articles):e.status==="not_found"}var Jt=150,$=class extends E{constructor(){super(...arguments);this.mode="launcher";this.articleId="";this.examples="";this.heading="";this.name="";this.turns=[];this.pending=null;this.opened=!1;this.#s="";this.#t=null;this.#k=()=>{this.opened=!0,this.#h(),this.updateComplete.then(()=>this.input.focus())};this.#b=()=>{this.opened=!1,this.#h(),this.updateComplete.then(()=>this.launcher?.focus())};this.#S=()=>{this.#t?.abort(),this.turns=[],this.pending=null,this.#h(),this.announce(this.strings.clearedChat),this.input.focus()};this.#y=()=>{this.pending&&(this.ask(this.pending.question,this.pending.verbatim),this.input.focus())};this.#$=e=>{let{question:s,verbatim:i}=e.detail;this.ask(s,i),this.input.focus({preventScroll:!0})};this.#f=()=>{this.pending?.error?.trouble==="offline"&&this.#y()};this.#w=e=>{e.preventDefault();let s=this.input.value;s.trim()&&(this.input.value="",this.ask(s))};this.#_=e=>{e.key!=="Enter"||e.shiftKey||e.isComposing||(e.preventDefault(),this.input.form?.requestSubmit())};this.#E=e=>{e.key==="Escape"&&this.#e&&this.#b()}}static{this.styles=[ve,N,ot]}#s;#t;connectedCallback(){super.connectedCallback();let e=this.name||String([...document.querySelectorAll("footnote-chat")].indexOf(this));this.#s=`footnote-chat:${this.service.base}:${e}`,{turns:this.turns,open:this.opened}=lt(this.#s),this.addEventListener(L,this.#$),window.addEventListener("online",this.#f)}disconnectedCallback(){super.disconnectedCallback(),this.#t?.abort(),this.removeEventListener(L,this.#$),window.removeEventListener("online",this.#f)}firstUpdated(){this.#A()}updated(e){(e.has("mode")||e.has("opened"))&&this.#T()}render(){return a`<div class="root" lang=${this.language}>
      ${this.#e&&!this.opened?this.#r():this.#i()}
      ${this.liveRegion()}
    </div>`}get#e(){return this.mode!=="inline"}#r(){return a`<button
      class="launcher"
      popover="manual"
      type="button"
      aria-haspopup="dialog"
      @click=${this.#k}
    >
      ${y.ask}<span>${this.strings.openChat}</span>
    </button>`}#i(){let{strings:e}=this,s=this.heading||e.askTheArchive;return a`<section
      class="panel"
      popover=${this.#e?"manual":u}
      role=${this.#e?"dialog":"region"}
      aria-label=${s}
      @keydown=${this.#E}
    >
      <div class="title">
        <h2>${s}</h2>
        ${this.turns.length||this.pending?a`<button class="quiet" type="button" @click=${this.#S}>${e.clearChat}</button>`:u}
        ${this.#e?a`<button class="quiet" type="button" aria-label=${e.closeChat} @click=${this.#b}>
              ${y.close}
            </button>`:u}
      </div>
      <div class="log" role="region" tabindex="0" aria-label=${e.conversation}>
        ${this.turns.length||this.pending?u:this.#n()}
        <ol>
          ${this.turns.map((i,n)=>this.#a(i,n))} ${this.pending?this.#p(this.pending):u}
        </ol>
      </div>
      ${this.#g()}
    </section>`}#n(){let e=this.examples.split("|").flatMap(s=>s.trim()||[]);return a`<div class="welcome">
      <p>${this.strings.intro}</p>
      ${e.length?a`<p class="label" id="try">${this.strings.tryAsking}</p>
            <ul class="chips" aria-labelledby="try">
              ${e.map(s=>a`<li>
                    <button class="chip" type="button" @click=${()=>this.ask(s)}>${s}</button>
                  </li>`)}
            </ul>`:u}
    </div>`}#a(e,s){return a`<li>
      ${this.#l(e.question)}
      <footnote-answer
        .reply=${e.reply}
        .service=${this.service}
        .strings=${this.strings}
        .language=${this.language}
        .articleUrl=${this.articleUrl}
        .searchHref=${this.searchPage(e.question)}
        .offerQuestions=${s===this.turns.length-1&&!this.pending}
      ></footnote-answer>
    </li>`}#p(e){return a`<li>
      ${this.#l(e.question)}
      ${e.error?this.#c(e.error):e.slow?this.#o():u}
    </li>`}#l(e){return a`<p class="question" dir="auto"><span class="hidden-text">${this.strings.youAsked}: </span>${e}</p>`}#o(){return a`<p class="loading"><span class="bar" aria-hidden="true"></span>${this.strings.searching}</p>`}#c(e){return a`<div class="trouble">
      <p>${this.#u(e)}</p>
      <button class="chip" type="button" @click=${this.#y}>${this.strings.retry}</button>
    </div>`}#u(e){let s=this.strings.trouble[e.trouble];return e.retryAfterS===null?s:`${s} ${this.strings.retryIn(e.retryAfterS)}`}#g(){let{strings:e}=this;return a`<form class="composer" @submit=${this.#w}>
      <label class="hidden-text" for="question">${e.yourQuestion}</label>
      <textarea
        id="question"
        rows="1"
        maxlength="2000"
        enterkeyhint="send"
        autocomplete="off"
        placeholder=${e.placeholderAsk}
        @keydown=${this.#_}
      ></textarea>
      <button class="primary" type="submit">${e.send}</button>
    </form>`}async ask(e,s=!1){let i=e.trim();if(!i)return;this.#t?.abort(),this.#t=new AbortController;let n={question:i,verbatim:s,slow:!1,error:null};this.pending=n,this.#A();let o=setTimeout(()=>this.#v(n,{slow:!0}),Jt);try{this.#d(n,await this.service.ask(this.#m(i,s),this.#t.signal))}catch(c){if(Q(c))return;if(!(c instanceof x))throw c;this.#v(n,{error:c}),this.announce(this.#u(c))}finally{clearTimeout(o)}}#m(e,s){return{question:e,history:s?[]:at(this.turns),...this.articleId&&{article_id:this.articleId},...s&&{verbatim:s}}}#d(e,s){this.turns=[...this.turns,{question:e.question,verbatim:e.verbatim,reply:s}],this.pending=null,this.#h(),this.announce(this.#x(s)),this.#A()}#x(e){let{strings:s}=this;return e.status==="not_found"?`${s.notFound} ${s.why[e.reason]??""}`:e.articles.map(({title:i,quotes:n})=>s.announceAnswer(i,n.map(({text:o})=>o).join(" "))).join(" ")}#v(e,s){Object.assign(e,s),this.requestUpdate()}#k;#b;#S;#y;#h(){ct(this.#s,{turns:this.turns,open:this.opened})}#$;#f;#w;#_;#E;#T(){if(!this.#e)return;let e=this.opened?this.panel:this.launcher;e&&!e.matches(":popover-open")&&e.showPopover()}#A(){this.updateComplete.then(()=>{let e=this.renderRoot.querySelector(".log > ol > li:last-of-type"),s=e?.closest(".log");s&&e&&(s.scrollTop+=e.getBoundingClientRect().top-s.getBoundingClientRect().top-12)})}};d([m({reflect:!0})],$.prototype,"mode",2),d([m({attribute:"article-id"})],$.prototype,"articleId",2),d([m()],$.prototype,"examples",2),d([m()],$.prototype,"heading",2),d([m()],$.prototype,"name",2),d([v()],$.prototype,"turns",2),d([v()],$.prototype,"pending",2),d([v()],$.prototype,"opened",2),d([K("textarea")],$.prototype,"input",2),d([K(".panel")],$.prototype,"panel",2),d([K(".launcher")],$.prototype,"launcher",2);q("footnote-chat",$);var ut=k`
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
`;var qe="footnote-recent-searches",dt=6;function Le(){let r=Y(z,qe);return Array.isArray(r)?r.filter(t=>typeof t=="string").slice(0,dt):[]}function ht(r){let t=Le().filter(e=>e.toLowerCase()!==r.toLowerCase());D(z,qe,[r,...t].slice(0,dt))}function pt(){D(z,qe,[])}function mt(r,t,e,s,i){let{corrected:n}=r;return a`
    ${n?a`<p class="correction">
          ${e.didYouMean}
          <button type="button" class="textual" dir="auto" @click=${()=>i(n)}>${n}</button>?
        </p>`:u}
    <p class="count">${r.total?e.resultCount(r.total):e.noResults}</p>
    <ol class="hits">
      ${r.hits.map(o=>a`<li>${G(o,t,e,s)} ${Gt(o)}</li>`)}
    </ol>
  `}function Gt(r){return a`<p class="snippet" dir="auto">
    ${r.section?a`<span class="section">${r.section} — </span>`:u}${r.snippet.map(({text:t,match:e})=>e?a`<mark>${t}</mark>`:t)}
  </p>`}var ft="footnote-slash-off",oe=new Set;function ae(){return Y(z,ft)!==!0}function gt(r){D(z,ft,!r)}function vt(r){oe.size===0&&document.addEventListener("keydown",yt),oe.add(r)}function bt(r){oe.delete(r),oe.size===0&&document.removeEventListener("keydown",yt)}function Ne(){return[...oe].filter(r=>r.checkVisibility()).sort((r,t)=>r.compareDocumentPosition(t)&Node.DOCUMENT_POSITION_FOLLOWING?-1:1)[0]}function yt(r){if(r.defaultPrevented||!Yt(r))return;let t=Ne();t&&(r.preventDefault(),t.focusInput())}function Yt(r){if(r.altKey||r.shiftKey!==(r.key==="/"&&r.shiftKey))return!1;let t=r.ctrlKey||r.metaKey;return r.key.toLowerCase()==="k"?t:r.key==="/"&&!t&&ae()&&!Zt(r)}function Zt(r){let t=r.composedPath()[0];return t instanceof HTMLElement&&(t.isContentEditable||t.matches("input, textarea, select"))}var Xt=120,Ft=150,$t=8,es=4,w=class extends E{constructor(){super(...arguments);this.mode="inline";this.value="";this.options=[];this.showsRecent=!1;this.expanded=!1;this.active=-1;this.found=null;this.answer=null;this.slow=!1;this.error=null;this.#t=new AbortController;this.#e=new AbortController;this.#r="";this.#l=async()=>{let e=this.found;if(e)try{let s=await this.service.search(this.#r,e.hits.length,$t,this.#e.signal);this.found===e&&(this.found={...s,hits:[...e.hits,...s.hits]})}catch(s){this.#c(s)}};this.#u=()=>{clearTimeout(this.#s),this.#t.abort(),this.active=-1;let e=this.input.value.trim();e?this.#s=setTimeout(()=>{this.#g(e)},Xt):this.#m()};this.#x=()=>{this.#o(),this.input.value="",this.input.focus()};this.#v=()=>{pt(),this.#d(),this.input.focus()};this.#k=()=>{gt(!ae()),this.requestUpdate()};this.#b=()=>{this.input.value.trim()||this.#m()};this.#S=e=>{e.relatedTarget instanceof Node&&this.renderRoot.querySelector("form")?.contains(e.relatedTarget)||this.#d()};this.#y=e=>{e.isComposing||(e.key==="ArrowDown"||e.key==="ArrowUp"?(e.preventDefault(),this.expanded?this.#h(e.key==="ArrowDown"?1:-1):this.input.value.trim()?this.#g(this.input.value.trim()):this.#m()):e.key==="Escape"&&this.expanded&&(e.preventDefault(),this.#d()))};this.#$=e=>{e.preventDefault(),this.searchFor(this.options[this.active]??this.input.value)};this.#f=e=>{let{question:s,verbatim:i}=e.detail;this.searchFor(s,i)};this.#w=e=>{e.defaultPrevented||Ne()!==this||(e.preventDefault(),this.scrollIntoView({block:"nearest"}),this.focusInput(),this.searchFor(e.detail.query))}}static{this.styles=[ve,N,ut]}#s;#t;#e;#r;connectedCallback(){super.connectedCallback(),vt(this),document.addEventListener(ne,this.#w),this.addEventListener(L,this.#f)}disconnectedCallback(){super.disconnectedCallback(),bt(this),document.removeEventListener(ne,this.#w),this.removeEventListener(L,this.#f),this.#t.abort(),this.#e.abort()}focusInput(){this.input.focus(),this.input.select()}render(){return a`<div class="root" lang=${this.language}>
      ${this.#i()} ${this.#a()}
      ${this.liveRegion()}
    </div>`}#i(){let{strings:e}=this,s=this.expanded&&this.options.length>0;return a`<form
      role="search"
      aria-label=${e.searchTheArchive}
      @submit=${this.#$}
      @focusout=${this.#S}
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
          aria-expanded=${s}
          aria-controls="options"
          aria-activedescendant=${s&&this.active>=0?`option-${this.active}`:u}
          placeholder=${e.placeholderSearch}
          .defaultValue=${this.value}
          @input=${this.#u}
          @focus=${this.#b}
          @keydown=${this.#y}
        />
        ${ae()?a`<kbd aria-hidden="true">/</kbd>`:u}
        <button class="primary" type="submit">${e.search}</button>
      </div>
      <div class="popup" ?hidden=${!s}>
        <p class="label" id="options-label">${this.showsRecent?e.recent:e.suggestions}</p>
        <ul role="listbox" id="options" aria-labelledby="options-label">
          ${this.options.map((i,n)=>this.#n(i,n))}
        </ul>
        <p class="settings">
          ${this.showsRecent?a`<button class="quiet" type="button" @click=${this.#v}>${e.clearRecent}</button>`:u}
          <button class="quiet" type="button" @click=${this.#k}>
            ${ae()?e.slashOff:e.slashOn}
          </button>
        </p>
      </div>
    </form>`}#n(e,s){return a`<li
      role="option"
      id="option-${s}"
      aria-selected=${s===this.active}
      dir="auto"
      @mousedown=${i=>i.preventDefault()}
      @click=${()=>this.searchFor(e)}
    >
      ${this.showsRecent?y.clock:y.search}<span>${e}</span>
    </li>`}#a(){let{strings:e,language:s,found:i}=this;return this.error?a`<div class="outcome">
        <p>${e.trouble[this.error.trouble]}</p>
        <button class="chip" type="button" @click=${()=>this.searchFor(this.#r)}>${e.retry}</button>
      </div>`:i?a`<section class="outcome" aria-labelledby="results">
      <h2 class="hidden-text" id="results">${e.results}</h2>
      <button class="quiet dismiss" type="button" aria-label=${e.clearSearch} @click=${this.#x}>
        ${y.close}
      </button>
      ${this.answer?a`<footnote-answer
            .reply=${this.answer}
            .service=${this.service}
            .strings=${e}
            .language=${s}
            .articleUrl=${this.articleUrl}
          ></footnote-answer>`:u}
      ${mt(i,new J(this.service,this.articleUrl),e,s,n=>this.searchFor(n))}
      <p class="more">
        ${i.hits.length<i.total?a`<button class="chip" type="button" @click=${this.#l}>${e.moreResults}</button>`:u}
        ${i.total?a`<a href=${this.searchPage(this.#r)}>${e.allResults}</a>`:u}
      </p>
    </section>`:this.slow?a`<p class="outcome count">${e.searching}</p>`:u}async searchFor(e,s=!1){let i=e.trim();if(this.#d(),!i)return;if(this.input.value=i,ht(i),this.mode==="page"){location.assign(this.searchPage(i));return}this.#r=i;let n=this.#o(),o=setTimeout(()=>this.slow=!0,Ft);try{(s||ts(i))&&this.#p(i,s,n.signal),this.found=await this.service.search(i,0,$t,n.signal),this.announce(this.found.total?this.strings.resultCount(this.found.total):this.strings.noResults)}catch(c){this.#c(c)}finally{clearTimeout(o),this.slow=!1}}async#p(e,s,i){try{let n=await this.service.ask({question:e,history:[],...s&&{verbatim:s}},i);i.aborted||(this.answer=n.status==="answered"?n:null)}catch(n){if(!Q(n)&&!(n instanceof x))throw n}}#l;#o(){return this.#e.abort(),this.#e=new AbortController,this.found=this.answer=this.error=null,this.#e}#c(e){if(!Q(e)){if(!(e instanceof x))throw e;this.error=e,this.announce(this.strings.trouble[e.trouble])}}#u;async#g(e){this.#t=new AbortController;try{let s=await this.service.suggest(e,this.#t.signal);this.options=s,this.showsRecent=!1,this.expanded=!0,this.announce(this.strings.suggestionCount(s.length))}catch(s){if(Q(s))return;if(!(s instanceof x))throw s;this.options=[]}}#m(){this.options=Le(),this.showsRecent=!0,this.active=-1,this.expanded=!0}#d(){clearTimeout(this.#s),this.#t.abort(),this.expanded=!1,this.active=-1}#x;#v;#k;#b;#S;#y;#h(e){let s=this.options.length+1;this.active=(this.active+1+e+s)%s-1,this.updateComplete.then(()=>this.renderRoot.querySelector("[aria-selected=true]")?.scrollIntoView({block:"nearest"}))}#$;#f;#w};d([m()],w.prototype,"mode",2),d([m()],w.prototype,"value",2),d([v()],w.prototype,"options",2),d([v()],w.prototype,"showsRecent",2),d([v()],w.prototype,"expanded",2),d([v()],w.prototype,"active",2),d([v()],w.prototype,"found",2),d([v()],w.prototype,"answer",2),d([v()],w.prototype,"slow",2),d([v()],w.prototype,"error",2),d([K("input")],w.prototype,"input",2);function ts(r){return r.endsWith("?")||r.split(/\s+/).length>=es}q("footnote-search",w);export{It as registerStrings};
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
