const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["assets/search-DYiK3rrX.js","assets/thing-R9jazf0J.js","assets/entity--h1dxWg4.js","assets/evidence-CFGZezat.js","assets/questions-BH2OXkse.js","assets/document-CuN2u9tY.js","assets/path-BLkZuBs-.js","assets/picker-hcVWEaVz.js","assets/timeline-6Y4w3nuf.js","assets/stats-4105miwq.js","assets/graph-BsF8s6OW.js","assets/ask-DBgfd-vb.js","assets/places-9M7L_zla.js"])))=>i.map(i=>d[i]);
var e,t,n,r,i,a,o,s,c,l,u,d,f=Symbol.for(`pv`),p={},m=[],h=/^m(i|n|o|s|text|space)$/,g=Array.isArray,_=m.slice,v=Object.assign;function y(e){e&&e.parentNode&&e.remove()}function b(e,t,n){var r,i,a,o={},s=arguments.length;for(a in t)a==`key`?r=t[a]:a==`ref`&&typeof e!=`function`?i=t[a]:o[a]=t[a];return s>2&&(o.children=s>3?_.call(arguments,2):n),S(e,o,r,i,null)}function x(e,t,n){var r,i,a,o=v({},e.props),s=arguments.length;for(a in t)a==`key`?r=t[a]:a==`ref`&&typeof e.type!=`function`?i=t[a]:o[a]=t[a];return s>2&&(o.children=s>3?_.call(arguments,2):n),S(e.type,o,r===void 0?e.key:r,i===void 0?e.ref:i,null)}function S(n,r,i,a,o){var s={type:n,props:r,key:i,ref:a,__k:null,__:null,__b:0,__e:null,__c:null,constructor:f,__v:o||++t,__i:-1,__u:0};return!o&&e.vnode&&e.vnode(s),s}function C(e){return e.children}function w(e,t){this.props=e,this.context=t,this.__g=0}function T(e,t){if(t==null)return e.__&&T(e.__,e.__i+1);for(var n;t<e.__k.length;t++)if((n=e.__k[t])&&n.__e)return n.__e;return typeof e.type!=`function`||e.props.__P?null:T(e)}function E(t){var n,r=t.__v,i=r.__e,a=[],o=[],s=t.__P;s&&((n=v({constructor:f},r)).__v=r.__v+1,e.vnode&&e.vnode(n),P(s,n,r,t.__n,s.namespaceURI,32&r.__u?[i]:null,a,i||T(r),32&r.__u,o),n.__v=r.__v,n.__.__k[n.__i]=n,oe(a,n,o),r.__=r.__e=null,n.__e!=i&&D(n))}function D(e){if((e=e.__)&&e.__c&&!e.props.__P)return e.__e=null,e.__k.some(function(t){return t&&(e.__e=t.__e)}),D(e)}function O(t){(8&t.__g||(t.__g|=8,r.push(t),a++))&&i==e.debounceRendering||((i=e.debounceRendering)||queueMicrotask)(k)}function k(){try{for(var e,t=1;r.length;)r.length>t&&r.sort(o),e=r.shift(),t=r.length,8&e.__g&&E(e)}finally{(a=r.length)&&(i||queueMicrotask)(k)}}function ee(e,t,n,r,i,a,o,s,c,l,u){var d,f,h,g,_,v,y=r.__k||m,b=t.length;for(c=te(n,t,y,c,b),d=0;d<b;d++)(h=n.__k[d])!=null&&(f=~h.__i&&y[h.__i]||p,h.__i=d,v=P(e,h,f,i,a,o,s,c,l,u),g=h.__e,(f.ref!=h.ref||8&f.__u)&&(f.ref&&ce(f.ref,null,h,f),h.ref&&u.push(h.ref,h.__c||g,h)),_||=g,4&h.__u?(c=ne(h,c,e,!f.__v),f.__e&&(f.__e=null)):typeof h.type==`function`&&v!==void 0?c=v:g&&(c=g.nextSibling),h.__u&=-21);return n.__e=_,c}function te(e,t,n,r,i){var a,o,s,c,l,u,d,p,m,h=n.length,_=h,v=0,y=0,b=e.__k=Array(i);for(a=0;a<i;a++)(o=t[a])!=null&&typeof o!=`boolean`&&typeof o!=`function`?(typeof o!=`object`||o.constructor===String?o=b[a]=S(null,o):g(o)?o=b[a]=S(C,{children:o}):o.constructor===f&&o.__b?o=b[a]=S(o.type,o.props,o.key,o.ref,o.__v):b[a]=o,c=a+v,o.__=e,o.__b=e.__b+1,s=null,~(l=o.__i=j(o,n,c,_))&&(_--,(s=n[l])&&(s.__u|=2)),s&&s.__v?(o.__u|=16,l==c-1?v--:l==c+1?v++:l!=c&&(l>c?v--:v++,y=1)):(~l||(i>h?v--:i<h&&v++),typeof o.type!=`function`&&(o.__u|=4))):b[a]=null;if(y){for(u=[],d=[],a=0;a<i;a++)if((o=b[a])&&16&o.__u){for(v=0,p=u.length;v<p;)u[m=v+p>>1]<o.__i?v=m+1:p=m;u[v]=o.__i,d[a]=v+1}for(v=u.length;a--;)d[a]&&(d[a]==v?v--:b[a].__u|=4)}if(_)for(a=0;a<h;a++)!(s=n[a])||2&s.__u||(s.__e==r&&(r=T(s)),le(s,s));return r}function ne(e,t,n,r){var i,a,o,s;if(typeof e.type==`function`){if(e.props.__P)return t;if(i=e.__k)for(a=0;a<i.length;a++)i[a]&&(i[a].__=e,t=ne(i[a],t,n,!1));return t}for(t&&!t.parentNode&&(t=T(e))&&!t.parentNode&&(t=null),o=e.__e,s=t;s&&s.nodeType==8;)s=s.nextSibling;for(o!=s&&(!r&&n.moveBefore&&o.parentNode?n.moveBefore(o,t):n.insertBefore(o,t||null)),t=o;(t&&=t.nextSibling)&&t.nodeType==8&&!t.data.startsWith(`$s`););return t}function A(e,t){return t||=[],e!=null&&typeof e!=`boolean`&&(g(e)?e.some(function(e){A(e,t)}):t.push(e)),t}function j(e,t,n,r){var i,a=e.key,o=e.type,s=t[n],c=s&&!(2&s.__u);if(s===null&&a==null||c&&a==s.key&&o==s.type)return n;if(r>+!!c){for(i=n-1;i>=0;i--)if((s=t[i])&&!(2&s.__u)&&a==s.key&&o==s.type)return i;for(i=n+1;i<t.length;i++)if((s=t[i])&&!(2&s.__u)&&a==s.key&&o==s.type)return i}return-1}function re(e,t,n){n??=``,t[0]==`-`?e.setProperty(t,n):e[t]=n}function M(e,t,n,r,i){var a,o;if(t==`style`){if(typeof n==`string`)e.style.cssText=n;else{if(typeof r==`string`&&(e.style.cssText=r=``),r)for(t in r)n&&t in n||re(e.style,t);if(n)for(t in n)r&&n[t]==r[t]||re(e.style,t,n[t])}}else if(t[0]==`o`&&t[1]==`n`)typeof n!=`function`&&(n=null),typeof r!=`function`&&(r=null),(e.__e||={})[t]=n,n&&r||(o=u[t]||(u[t]=N(t)),(e.__a||={})[t]=l,a=t!=(t=t.replace(c,`$1`)),(t=t.slice(2))[0]<`a`&&(t=t.toLowerCase()),n?e.addEventListener(t,o,a):e.removeEventListener(t,o,a));else{if(i==`http://www.w3.org/2000/svg`)t=t.replace(/xlink(H|:h)/,`h`).replace(/sName$/,`s`);else if(t!=`width`&&t!=`height`&&t!=`href`&&t!=`list`&&t!=`form`&&t!=`tabIndex`&&t!=`download`&&t!=`rowSpan`&&t!=`colSpan`&&t!=`role`&&t!=`popover`&&t in e)try{e[t]=n??``;return}catch{}if(typeof n==`function`)return;n==null||!1===n&&t[4]!=`-`?e.removeAttribute(t):e.setAttribute(t,t==`popover`&&n==1?``:n)}}function N(t){return function(n){var r=this.__e;if(r){if(r=r[t],n[s]==null)n[s]=l++;else if(n[s]<this.__a[t])return;return r(e.event?e.event(n):n)}}}function P(t,n,r,i,a,o,s,c,l,u){var d,p,h,_,b,x,S,E,D,O,k,te,ne,A,j,re,M,N,P=n.type;if(n.constructor!==f)return null;128&r.__u&&(l=32&r.__u,d=r.__c.__z)&&(n.__u|=l,p=o=[],d.nodeType==8?c=ie(d,o):o.push(d),c=o[0]||c),(d=e.__b)&&d(n);n:if(typeof P==`function`){h=s.length;try{if(E=n.props,D=(d=P.prototype)&&d.render,O=(d=P.contextType)&&i[d.__c],k=d?O?O.props.value:d.__:i,(_=r.__c)?(n.__c=_,2&_.__g&&(_.__g|=1)):(D?n.__c=_=new P(E,k):(n.__c=_=new w(E,k),_.constructor=P,_.render=ue),O&&O.sub(_),_.state||(_.state={}),_.__n=i,_.__g|=8,_.__h=[],_.__k=[]),D&&(_.__s||(_.__s=_.state),P.getDerivedStateFromProps&&(_.__s==_.state&&(_.__s=v({},_.__s)),v(_.__s,P.getDerivedStateFromProps(E,_.__s)))),b=_.props,x=_.state,_.__v=n,r.__c){if(E!==b&&D&&!P.getDerivedStateFromProps&&_.componentWillReceiveProps&&_.componentWillReceiveProps(E,k),n.__v==r.__v&&!(8&_.__g)||!(4&_.__g)&&_.shouldComponentUpdate&&!1===_.shouldComponentUpdate(E,_.__s,k)){n.__v!=r.__v&&(_.props=E,_.state=_.__s,_.__g&=-9),n.__e=r.__e,n.__k=r.__k,n.__k.some(function(e){e&&(e.__=n)}),m.push.apply(_.__h,_.__k),_.__k=[],_.__h.length&&s.push(_),c=T(r);break n}_.componentWillUpdate&&_.componentWillUpdate(E,_.__s,k),D&&_.componentDidUpdate&&_.__h.push(function(){_.componentDidUpdate(b,x,S)})}else D&&!P.getDerivedStateFromProps&&_.componentWillMount&&_.componentWillMount(),D&&_.componentDidMount&&_.__h.push(_.componentDidMount);_.context=k,_.props=E,_.__P=t,_.__g&=-5,te=e.__r,ne=D?25:0;do _.__g&=-9,te&&te(n),d=_.render(_.props,_.state=_.__s,_.context);while(8&_.__g&&++ne<25);D&&(m.push.apply(_.__h,_.__k),_.__k=[]),_.state=_.__s,_.getChildContext&&(i=v({},i,_.getChildContext())),D&&r.__c&&_.getSnapshotBeforeUpdate&&(S=_.getSnapshotBeforeUpdate(b,x)),A=d&&d.type===C&&d.key==null?d.props.children:d,E.__P&&(d=c,a=(t=E.__P).namespaceURI,l=o=null,r.props&&r.props.__P!=t&&(r.__k.some(function(e){e&&le(e,e)}),r.__k=null),c=r.__k?T(r,0):null),c=ee(t,g(A)?A:[A],n,r,i,a,o,s,c,l,u),E.__P&&(n.__e=null,c=d),n.__u&=-161,p&&p.some(y),_.__h.length&&s.push(_),1&_.__g&&(_.__g&=-4)}catch(t){if(s.length=h,n.__v=null,l||o){if(t&&t.then){if(n.__u|=128|l,o){for(~(M=o.indexOf(c||void 0))||(M=o.length);(N=o[M-1])&&N.nodeType==8;)M--;for(;M<o.length;M++)if(N=o[M]){if(o[M]=null,j){if(N==re)break}else{if(N.nodeType!=8)break;N.data.startsWith(`$s`)&&(re=ie(j=N))}}}if(!j){for(;c&&c.nodeType==8&&c.nextSibling;)c=c.nextSibling;j=c}(d=ie(j=n.__c.__z||(n.__c.__z=j)))?(n.__e=j,c=d):n.__e=c,c&&=c.nextSibling}else o&&o.some(y)}else n.__e=r.__e;n.__k||=r.__k||[],t&&t.then||ae(n),e.__e(t,n,r)}}else c=n.__e=se(r.__e,n,r,i,a,o,s,l,u,t);return(d=e.diffed)&&d(n),c}function ie(e,t){if(e&&e.nodeType==8&&e.data.startsWith(`$s`))for(var n=1;e=e.nextSibling;){if(e.nodeType==8){if(e.data.startsWith(`$s`))n++;else if(e.data.startsWith(`/$s`)&&!--n)return e}t&&t.push(e)}}function ae(e){e&&(e.__c&&(e.__c.__g|=4),e.__k&&e.__k.some(ae))}function oe(t,n,r){for(var i=0;i<r.length;)ce(r[i++],r[i++],r[i++]);e.__c&&e.__c(n,t),t.some(function(n){try{t=n.__h,n.__h=[],t.some(function(e){e.call(n)})}catch(t){e.__e(t,n.__v)}})}function se(t,n,r,i,a,o,s,c,l,u){var d,f,m,v,b,x,S,C,w=r.props||p,E=n.props,D=n.type;if(D==`svg`?a=`http://www.w3.org/2000/svg`:D==`math`?a=`http://www.w3.org/1998/Math/MathML`:a||=`http://www.w3.org/1999/xhtml`,o){for(d=0;d<o.length;d++)if((b=o[d])&&(D?b.localName==D:b.nodeType==3)){t=b,o[d]=null;break}}if(!t){if(C=u.ownerDocument||document,!D)return C.createTextNode(E);t=C.createElementNS(a,D,E.is?E:u),c&&=(e.__m&&e.__m(n,o),!1),o=null}if(D){if(u=D==`template`&&t.content||t,o=D==`textarea`&&E.defaultValue!=null?null:o&&_.call(u.childNodes),!c&&o)for(w={},d=0;d<t.attributes.length;d++)w[(b=t.attributes[d]).name]=b.value;for(d in w)b=w[d],d==`dangerouslySetInnerHTML`?m=b:d==`children`||d in E||d==`value`&&`defaultValue`in E||d==`checked`&&`defaultChecked`in E||M(t,d,null,b,a);for(d in E)b=E[d],d==`children`?v=b:d==`dangerouslySetInnerHTML`?f=b:d==`value`?x=b:d==`checked`?S=b:c&&typeof b!=`function`||w[d]===b||M(t,d,b,w[d],a);f?(c||m&&(f.__html==m.__html||f.__html==t.innerHTML)||(t.innerHTML=f.__html),n.__k=[]):(m&&(t.textContent=``),(D==`foreignObject`||a==`http://www.w3.org/1998/Math/MathML`&&h.test(D))&&(a=`http://www.w3.org/1999/xhtml`),ee(u,g(v)?v:[v],n,r,i,a,o,s,o?o[0]:r.__k&&T(r,0),c,l),o&&o.some(y)),c&&D!=`textarea`||(d=`value`,D==`progress`&&x==null?t.removeAttribute(d):x==null||x===t[d]&&(D!=`progress`||x)||M(t,d,x,w[d],a),d=`checked`,S!=null&&S!=t[d]&&M(t,d,S,w[d],a))}else w===E||c&&t.data==E||(t.data=E);return t}function ce(t,n,r,i){try{typeof t==`function`?n?n.__x=t(n)||1:(i&&=i.__c||i.__e)&&(n=i.__x)&&(i.__x=null,typeof n==`function`?n():t(null)):t.current=n}catch(t){e.__e(t,r)}}function le(t,n,r){var i,a,o,s;if(e.unmount&&e.unmount(t),!(i=t.ref)||i.current&&i.current!=t.__e||ce(i,null,n,t),i=t.__c){if(i.componentWillUnmount)try{i.componentWillUnmount()}catch(t){e.__e(t,n)}i.__P=i.__n=null}if(i=t.__k)for(s=0;s<i.length;s++)i[s]&&le(i[s],n,typeof t.type!=`function`||r&&!t.props.__P);!r&&(i=t.__c)&&(i=i.__z)&&(a=ie(i,o=[]))&&(i==t.__e&&o.some(y),y(a),y(i)),r||y(t.__e),t.__e=t.__c=t.__=null}function ue(e,t,n){return this.constructor(e,n)}function de(t,n){var r,i,a,o;e.__&&e.__(t,n),n.nodeType==9&&(n=n.documentElement),i=(r=t&&32&t.__u)?null:n.__k,n.__k=S(C,{children:[t]}),a=[],o=[],P(n,n.__k,i||p,p,n.namespaceURI,i?null:n.firstChild?_.call(n.childNodes):null,a,i?i.__e:n.firstChild,r,o),oe(a,n.__k,o),n.__k.props.children=null}function fe(e){function t(e){var n,r;return this.getChildContext||(n=new Set,(r={})[t.__c]=this,this.getChildContext=function(){return r},this.shouldComponentUpdate=function(e){this.props.value!=e.value&&n.forEach(function(e){e.__g|=4,O(e)})},this.sub=function(e){n.add(e);var t=e.componentWillUnmount;e.componentWillUnmount=function(){n.delete(e),t&&t.call(e)}}),e.children}return t.__c=`__cC`+d++,t.__=e,t.Provider=(t.Consumer=function(e,t){return e.children(t)}).contextType=t,t}e={__e:function(e,t,n,r){for(var i,o,s;t=t.__;)if((i=t.__c)&&!(1&i.__g)){i.__g|=4;try{if((s=(o=i.constructor)&&o.getDerivedStateFromError)&&i.setState(o.getDerivedStateFromError(e)),i.componentDidCatch&&(i.componentDidCatch(e,r||{}),s=1),s&&8&i.__g)return void(i.__g|=2)}catch(t){e=t}}throw a=0,e}},t=0,n=function(e){return e!=null&&e.constructor===f},w.prototype.setState=function(e,t){var n=this.__s;n&&n!=this.state||(n=this.__s=v({},this.state)),typeof e==`function`&&(e=e(v({},n),this.props)),e&&(v(n,e),this.__v&&(t&&this.__k.push(t),O(this)))},w.prototype.forceUpdate=function(e){this.__v&&(this.__g|=4,e&&this.__h.push(e),O(this))},w.prototype.render=C,r=[],a=0,o=function(e,t){return e.__v.__b-t.__v.__b},s=Symbol(),c=/(PointerCapture)$|Capture$/i,l=0,u={},d=0;var F,I,pe,me,he=Object.is,ge=0,_e=[],ve=[],L=e,ye=L.__b,be=L.__r,xe=L.diffed,Se=L.__c,Ce=L.unmount,we=L.__;function Te(e,t){L.__h&&L.__h(I,e,ge||t),ge=0;var n=I.__H||(I.__H={__:[],__h:[]});return e>=n.__.length&&n.__.push({}),n.__[e]}function R(e){return ge=1,Ee(Re,e)}function Ee(e,t,n){var r=Te(F++,2);if(r.t=e,!r.__c&&(r.__=[n?n(t):Re(void 0,t),function(e){var t=(r.__N||r.__)[0],n=r.t(t,e);he(t,n)||(r.__N=[n,r.__[1]],r.__c.setState({}))}],r.__c=I,!I.__f)){I.__f=!0;var i=I.shouldComponentUpdate;I.shouldComponentUpdate=function(e,t,n){var r=this.__H;if(!r)return!0;var a=!1,o=this.props!=e;if(r.__.some(function(e){e.__N&&(a=!0,he(e.__[0],e.__N[0])||(o=!0))}),i){var s=i.call(this,e,t,n);return a?s||o:s}return!a||o}}return r.__}function z(e,t){var n=Te(F++,3);!L.__s&&Le(n.__H,t)&&(n.__P=!0,n.__=e,n.u=t,I.__H.__h.push(n))}function De(e,t){var n=Te(F++,4);!L.__s&&Le(n.__H,t)&&(n.__P=!1,n.__=e,n.u=t,I.__h.push(n))}function B(e){return ge=5,Oe(function(){return{current:e}},[])}function Oe(e,t){var n=Te(F++,7);return Le(n.__H,t)&&(n.__=e(),n.__H=t),n.__}function ke(e){var t=I.context[e.__c],n=Te(F++,9);return n.c=e,t?(n.__??(n.__=!0,t.sub(I)),t.props.value):e.__}function Ae(){var e=Te(F++,11);if(!e.__){for(var t=I.__v;!t.__m&&t.__;)t=t.__;var n=t.__m||(t.__m=[0,0]);e.__=`P`+n[0]+`-`+n[1]++}return e.__}function je(){var e;do{for(;e=ve.shift();)try{Fe(e)}catch(t){L.__e(t,{__:(e=e.__P)&&e.__v})}for(;e=_e.shift();){var t=e.__H;if(e.__P&&t)try{t.__h.some(Fe),t.__h.some(Ie),t.__h=[]}catch(n){t.__h=[],L.__e(n,e.__v)}}}while(ve.length)}L.__b=function(e){I=null,ye&&ye(e)},L.__=function(e,t){e&&t.__k&&t.__k.__m&&(e.__m=t.__k.__m),we&&we(e,t)},L.__r=function(e){be&&be(e),F=0;var t=(I=e.__c).__H;t&&(pe==I?I.__h=[]:(t.__h.some(Fe),t.__h.some(Ie),F=0),t.__h=[],t.__.some(function(e){e.__N&&(e.__=e.__N),e.u=e.__N=void 0})),pe=I},L.diffed=function(e){xe&&xe(e);var t=e.__c;t&&t.__H&&(t.__H.__h.length&&Pe(_e.push(t)),t.__H.__.some(function(e){e.u&&(e.__H=e.u)})),pe=I=null},L.__c=function(e,t){t.some(function(e){try{e.__h.some(Fe),e.__h=e.__h.filter(function(e){return!e.__||Ie(e)})}catch(t){e.__h=[function(){throw t}]}}),Se&&Se(e,t)},L.unmount=function(e){Ce&&Ce(e);var t,n,r=e.__c;r&&r.__H&&(r.__H.__.some(function(r){try{if(r.__P&&r.__c){if(n===void 0){for(n=e.__;n&&(!n.__c||!n.__c.__P);)n=n.__;n&&=n.__c}r.__P=n,Pe(ve.push(r))}else Fe(r)}catch(e){t=e}}),r.__H=void 0,t&&L.__e(t,r.__v))};var Me=typeof requestAnimationFrame==`function`;function Ne(e){var t,n=function(){clearTimeout(r),Me&&cancelAnimationFrame(t),setTimeout(e)},r=setTimeout(n,35);Me&&(t=requestAnimationFrame(n))}function Pe(e){e!=1&&me==L.requestAnimationFrame||((me=L.requestAnimationFrame)||Ne)(je)}function Fe(e){var t=I,n=e.__c;typeof n==`function`&&(e.__c=void 0,n()),I=t}function Ie(e){var t=I;e.__c=e.__(),I=t}function Le(e,t){return!e||e.length!=t.length||t.some(function(t,n){return!he(t,e[n])})}function Re(e,t){return typeof t==`function`?t(e):t}var ze,Be;function Ve(e){return!Be||(typeof Be==`string`?e.startsWith(Be):Be.test(e))}function He(e,t){let n=``;if(ze=void 0,t&&t.type===`click`){if(t.ctrlKey||t.metaKey||t.altKey||t.shiftKey||t.button!==0)return e;let r=t.composedPath().find(e=>e.nodeName==`A`&&e.href),i=r&&r.getAttribute(`href`);if(!r||r.origin!=location.origin||/^#/.test(i)||!/^(_?self)?$/i.test(r.target)||!Ve(i)||r.download)return e;ze=!0,t.preventDefault(),n=r.href.replace(location.origin,``)}else t&&t.url?(ze=!t.replace,n=t.url):n=location.pathname+location.search;return ze===!0?history.pushState(null,``,n):ze===!1&&history.replaceState(null,``,n),n}var Ue=(e,t,n={})=>{e=e.split(`/`).filter(Boolean),t=(t||``).split(`/`).filter(Boolean),n.params||={};for(let r=0,i,a;r<Math.max(e.length,t.length);r++){let[,o,s,c]=(t[r]||``).match(/^(:?)(.*?)([+*?]?)$/);if(i=e[r],o||s!=i){if(!o&&i&&c==`*`){n.rest=`/`+e.slice(r).join(`/`);break}if(!o||!i&&c!=`?`&&c!=`*`)return;if(a=c==`+`||c==`*`,a?i=e.slice(r).map(decodeURIComponent).join(`/`)||void 0:i&&=decodeURIComponent(i),n.params[s]=i,s in n||(n[s]=i),a)break}}return n};function We(e){let[t,n]=Ee(He,e.url||location.pathname+location.search);e.scope&&(Be=e.scope);let r=ze===!0,i=Oe(()=>{let e=new URL(t,location.origin),i=e.pathname.replace(/\/+$/g,``)||`/`;return{url:t,path:i,query:Object.fromEntries(e.searchParams),route:(e,t)=>n({url:e,replace:t}),back:()=>{history.back()},forward:()=>{history.forward()},wasPush:r}},[t]);return De(()=>(addEventListener(`click`,n),addEventListener(`popstate`,n),()=>{removeEventListener(`click`,n),removeEventListener(`popstate`,n)}),[]),b(We.ctx.Provider,{value:i},e.children)}var Ge=Promise.resolve();function Ke(e){let[t,n]=Ee(e=>e+1,0),{url:r,query:i,wasPush:a,path:o}=Ze();if(!r)throw Error(`preact-iso's <Router> must be used within a <LocationProvider>, see: https://github.com/preactjs/preact-iso#locationprovider`);let{rest:s=o,params:c={}}=ke(Xe),l=B(!1),u=B(o),d=B(1),f=B(),p=B(),m=B(),h=B(!1),g=B();g.current=!1;let _,v,y;A(e.children).some(e=>{if(Ue(s,e.props.path,y={...e.props,path:s,query:i,params:Object.assign({},c),rest:``}))return _=x(e,y);e.props.default&&(v=x(e,y))});let S=_||v,C=f.current&&f.current.__u&qe&&f.current.__u&Je,w=f.current&&f.current.__h,T=Oe(()=>{p.current=f.current,f.current=b(Xe.Provider,{value:y},S);let e=p.current&&p.current.props.children;return!e||!S||S.type!==e.type||S.props.component!==e.props.component?(d.current++,!0):!1},[r,JSON.stringify(y)]);C?(f.current.__u|=qe,f.current.__u|=Je):w&&(f.current.__h=!0);let E=p.current;return p.current=null,this.__c=(t,i)=>{g.current=!0,p.current=E,e.onLoadStart&&e.onLoadStart(r),l.current=!0;let a=d.current;t.then(()=>{a===d.current&&(p.current=null,f.current&&(i.__h&&(f.current.__h=i.__h),i.__u&Je&&(f.current.__u|=Je),i.__u&qe&&(f.current.__u|=qe)),Ge.then(n))})},De(()=>{let t=this.__v&&this.__v.__e;g.current?!h.current&&!m.current&&(m.current=t):(!h.current&&m.current&&(m.current!==t&&m.current.remove(),m.current=null),h.current=!0,u.current!==o&&(a&&scrollTo(0,0),e.onRouteChange&&e.onRouteChange(r),u.current=o),e.onLoadEnd&&l.current&&e.onLoadEnd(r),l.current=!1)},[o,a,t]),T?[b(Ye,{r:f,key:d.current}),b(Ye,{r:p,key:d.current-1})]:b(Ye,{r:f,key:d.current})}var qe=32,Je=128,Ye=({r:e})=>e.current;Ke.Provider=We,We.ctx=fe({});var Xe=fe({}),V=e=>b(e.component,e),Ze=()=>ke(We.ctx),Qe=e.__b;e.__b=e=>{e.type&&e.type._forwarded&&e.ref&&(e.props.ref=e.ref,e.ref=null),Qe&&Qe(e)};function $e(e){let t,n,r=()=>e().then(e=>n=e&&e.default||e),i=e=>{let[,i]=R(0),a=B(n);if(t||=r(),n!==void 0)return b(n,e);throw a.current||=t.then(()=>i(1)),t};return i.preload=()=>(t||=r(),t),i._forwarded=!0,i}var et=e.__e;e.__e=(e,t,n)=>{if(e&&e.then){let r=t;for(;r=r.__;)if(r.__c&&r.__c.__c)return t.__e??(t.__c.__z=[n.__e],t.__e=n.__e,t.__k=n.__k),t.__k||=[],r.__c.__c(e,t)}et&&et(e,t,n)};function tt(e){return this.__c=nt,this.componentDidCatch=e.onError,e.children}function nt(e){e.then(()=>this.forceUpdate())}var rt=(function(){let e=typeof document<`u`&&document.createElement(`link`).relList;return e&&e.supports&&e.supports(`modulepreload`)?`modulepreload`:`preload`})(),it=function(e){return`/`+e},at={},ot=function(e){return e.pathname.endsWith(`.css`)},st=function(e,t,n){if(t in e)return e[t];let r=n();if(!r){e[t]=void 0;return}let i=r.then(()=>{e[t]=void 0},n=>{throw e[t]=void 0,n});return e[t]=i,i},H=function(e,t,n){let r=Promise.resolve();if(t&&t.length>0){let e,i=document.querySelector(`meta[property=csp-nonce]`),a=i?.nonce||i?.getAttribute(`nonce`);function o(e){return Promise.all(e.map(e=>Promise.resolve(e).then(e=>({status:`fulfilled`,value:e}),e=>({status:`rejected`,reason:e}))))}function s(e){return import.meta.resolve?new URL(import.meta.resolve(e)):new URL(e,import.meta.url)}r=o(t.map(t=>{t=it(t,n);let r=s(t),i=ot(r);return st(at,r.href,()=>{if(e===void 0){e={all:new Set,styles:new Set};let t=document.getElementsByTagName(`link`);for(let n=t.length-1;n>=0;n--){let r=t[n];e.all.add(r.href),r.rel===`stylesheet`&&e.styles.add(r.href)}}if((i?e.styles:e.all).has(r.href))return;let t=document.createElement(`link`);if(t.rel=i?`stylesheet`:rt,i||(t.as=`script`),t.crossOrigin=``,t.href=r.href,a&&t.setAttribute(`nonce`,a),document.head.appendChild(t),i)return new Promise((e,n)=>{let i=a=>{t.removeEventListener(`load`,i),t.removeEventListener(`error`,i),a.type===`error`?n(Error(`Unable to preload CSS for ${r}`)):e(a)};t.addEventListener(`load`,i),t.addEventListener(`error`,i)})})}).filter(e=>e!==void 0))}function i(e){let t=new Event(`vite:preloadError`,{cancelable:!0});if(t.payload=e,window.dispatchEvent(t),!t.defaultPrevented)throw e}return r.then(t=>{for(let e of t||[])e.status===`rejected`&&i(e.reason);return e().catch(i)})},U=class extends Error{code;id;constructor(e,t,n){super(t),this.code=e,this.id=n}},ct=new Map,lt=200,ut=(e,t)=>JSON.stringify(t)+e;function dt(e,t){return ct.get(ut(e.toString(),t))}async function ft(e,t,n={}){let r=e.toString(),i=await pt(r,t,n);if(!r.trimStart().startsWith(`mutation`)){let e=ut(r,t);ct.delete(e),ct.set(e,i);for(let e of ct.keys()){if(ct.size<=lt)break;ct.delete(e)}}return i}async function pt(e,t,n={}){let r;try{r=await fetch(`/graphql`,{method:`POST`,signal:n.signal,headers:{"Content-Type":`application/json`,...n.token&&{Authorization:`Bearer ${n.token}`}},body:JSON.stringify({query:e,variables:t})})}catch(e){throw n.signal?.aborted?e:new U(`NETWORK`,String(e))}let i;try{i=await r.json()}catch{throw new U(r.ok?`INTERNAL`:`UNAVAILABLE`,`${r.status} ${r.statusText}`)}let[a]=i.errors??[];if(a)throw new U(a.extensions?.code??`INTERNAL`,a.message,a.extensions?.id);return i.data}var W=class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}},mt=new W(`
    fragment Label on Entity {
  __typename
  id
  kind
  name
  thai: name(language: "th")
  english: name(language: "en")
}
    `,{fragmentName:`Label`}),ht=new W(`
    fragment Rows on RelationConnection {
  totalCount
  pageInfo {
    hasNextPage
    endCursor
  }
  edges {
    factId
    type
    direction
    role
    roleText
    capacity
    factStatus
    confidence
    sourceCount
    validFrom {
      value
    }
    validTo {
      value
    }
    observedFrom {
      value
    }
    observedTo {
      value
    }
    date {
      value
    }
    amount {
      original
      value
      currency
    }
    onBehalfOf {
      ...Label
    }
    node {
      ...Label
      ... on Meeting {
        startDate {
          value
        }
        heldStatus: status
      }
      ... on Agreement {
        agreedOn: date {
          value
        }
        agreementStatus: status
      }
    }
  }
}
    fragment Label on Entity {
  __typename
  id
  kind
  name
  thai: name(language: "th")
  english: name(language: "en")
}`,{fragmentName:`Rows`}),gt={"\n  query Around($id: ID!, $limit: Int!, $relations: [RelationType!], $kinds: [EntityKind!], $asOf: Date) {\n    neighborhood(ids: [$id], depth: 1, limit: $limit, relations: $relations, kinds: $kinds, asOf: $asOf) { nodes { id } truncated }\n  }\n":new W(`
    query Around($id: ID!, $limit: Int!, $relations: [RelationType!], $kinds: [EntityKind!], $asOf: Date) {
  neighborhood(
    ids: [$id]
    depth: 1
    limit: $limit
    relations: $relations
    kinds: $kinds
    asOf: $asOf
  ) {
    nodes {
      id
    }
    truncated
  }
}
    `),"\n  query Subgraph($ids: [ID!]!, $relations: [RelationType!], $asOf: Date) {\n    neighborhood(ids: $ids, depth: 0, limit: 500, relations: $relations, asOf: $asOf) {\n      nodes { ...Label documentCount ... on Meeting { startDate { value } heldStatus: status } ... on Agreement { agreedOn: date { value } agreementStatus: status } }\n      facts {\n        id type role roleText factStatus confidence sourceCount\n        observedFrom { value } observedTo { value } validFrom { value } validTo { value }\n        source { id } target { id }\n      }\n    }\n  }\n":new W(`
    query Subgraph($ids: [ID!]!, $relations: [RelationType!], $asOf: Date) {
  neighborhood(
    ids: $ids
    depth: 0
    limit: 500
    relations: $relations
    asOf: $asOf
  ) {
    nodes {
      ...Label
      documentCount
      ... on Meeting {
        startDate {
          value
        }
        heldStatus: status
      }
      ... on Agreement {
        agreedOn: date {
          value
        }
        agreementStatus: status
      }
    }
    facts {
      id
      type
      role
      roleText
      factStatus
      confidence
      sourceCount
      observedFrom {
        value
      }
      observedTo {
        value
      }
      validFrom {
        value
      }
      validTo {
        value
      }
      source {
        id
      }
      target {
        id
      }
    }
  }
}
    fragment Label on Entity {
  __typename
  id
  kind
  name
  thai: name(language: "th")
  english: name(language: "en")
}`),"\n  query Months {\n    coverage { publishers { months { month } } }\n  }\n":new W(`
    query Months {
  coverage {
    publishers {
      months {
        month
      }
    }
  }
}
    `),"\n  query Fact($id: ID!) {\n    fact(id: $id) {\n      id type role roleText capacity factStatus confidence sourceCount recordedAt\n      validFrom { value } validTo { value } observedFrom { value } observedTo { value } date { value } amount { original }\n      onBehalfOf { ...Label }\n      source { ...Label }\n      target { ...Label }\n      evidence(first: 20) {\n        quote start end extractor version rule confidence observedOn { value }\n        document { id title source url publisher publishedOn { value } text copyOf }\n      }\n    }\n    statistics { snapshot { id recordedAt } }\n  }\n":new W(`
    query Fact($id: ID!) {
  fact(id: $id) {
    id
    type
    role
    roleText
    capacity
    factStatus
    confidence
    sourceCount
    recordedAt
    validFrom {
      value
    }
    validTo {
      value
    }
    observedFrom {
      value
    }
    observedTo {
      value
    }
    date {
      value
    }
    amount {
      original
    }
    onBehalfOf {
      ...Label
    }
    source {
      ...Label
    }
    target {
      ...Label
    }
    evidence(first: 20) {
      quote
      start
      end
      extractor
      version
      rule
      confidence
      observedOn {
        value
      }
      document {
        id
        title
        source
        url
        publisher
        publishedOn {
          value
        }
        text
        copyOf
      }
    }
  }
  statistics {
    snapshot {
      id
      recordedAt
    }
  }
}
    fragment Label on Entity {
  __typename
  id
  kind
  name
  thai: name(language: "th")
  english: name(language: "en")
}`),"\n  query Named($ids: [ID!]!) {\n    nodes(ids: $ids) { __typename id ... on Entity { ...Label } }\n  }\n":new W(`
    query Named($ids: [ID!]!) {
  nodes(ids: $ids) {
    __typename
    id
    ... on Entity {
      ...Label
    }
  }
}
    fragment Label on Entity {
  __typename
  id
  kind
  name
  thai: name(language: "th")
  english: name(language: "en")
}`),"\n  query Suggest($text: String!, $kinds: [EntityKind!]) {\n    search(text: $text, kinds: $kinds, first: 8) {\n      edges { highlight node { __typename id ... on Entity { ...Label } ... on Document { title } } }\n    }\n  }\n":new W(`
    query Suggest($text: String!, $kinds: [EntityKind!]) {
  search(text: $text, kinds: $kinds, first: 8) {
    edges {
      highlight
      node {
        __typename
        id
        ... on Entity {
          ...Label
        }
        ... on Document {
          title
        }
      }
    }
  }
}
    fragment Label on Entity {
  __typename
  id
  kind
  name
  thai: name(language: "th")
  english: name(language: "en")
}`),"query Chairs($id: ID!) { node(id: $id) { id ... on Meeting { startDate { value } chairs(first: 50) { edges { factId role roleText node { ...Label } } } places { nodes { ...Label } } } } }":new W(`
    query Chairs($id: ID!) {
  node(id: $id) {
    id
    ... on Meeting {
      startDate {
        value
      }
      chairs(first: 50) {
        edges {
          factId
          role
          roleText
          node {
            ...Label
          }
        }
      }
      places {
        nodes {
          ...Label
        }
      }
    }
  }
}
    fragment Label on Entity {
  __typename
  id
  kind
  name
  thai: name(language: "th")
  english: name(language: "en")
}`),"query Delegates($id: ID!) { node(id: $id) { id ... on Meeting { attendees(first: 100) { edges { factId role roleText onBehalfOf { ...Label } node { ...Label } } } } } }":new W(`
    query Delegates($id: ID!) {
  node(id: $id) {
    id
    ... on Meeting {
      attendees(first: 100) {
        edges {
          factId
          role
          roleText
          onBehalfOf {
            ...Label
          }
          node {
            ...Label
          }
        }
      }
    }
  }
}
    fragment Label on Entity {
  __typename
  id
  kind
  name
  thai: name(language: "th")
  english: name(language: "en")
}`),"query Partners($id: ID!) { agreements(first: 50, filter: { parties: { some: { id: { in: [$id] } } } }) { nodes { ...Label agreementStatus: status agreedOn: date { value } parties(first: 50) { nodes { ...Label } } witnesses(first: 50) { nodes { ...Label } } } } }":new W(`
    query Partners($id: ID!) {
  agreements(first: 50, filter: {parties: {some: {id: {in: [$id]}}}}) {
    nodes {
      ...Label
      agreementStatus: status
      agreedOn: date {
        value
      }
      parties(first: 50) {
        nodes {
          ...Label
        }
      }
      witnesses(first: 50) {
        nodes {
          ...Label
        }
      }
    }
  }
}
    fragment Label on Entity {
  __typename
  id
  kind
  name
  thai: name(language: "th")
  english: name(language: "en")
}`),"query Sentences($id: ID!) { node(id: $id) { id ... on Entity { ...Label relations(first: 50) { edges { factId type direction confidence sourceCount node { ...Label } evidence(first: 3) { quote document { id title url } } } } } } }":new W(`
    query Sentences($id: ID!) {
  node(id: $id) {
    id
    ... on Entity {
      ...Label
      relations(first: 50) {
        edges {
          factId
          type
          direction
          confidence
          sourceCount
          node {
            ...Label
          }
          evidence(first: 3) {
            quote
            document {
              id
              title
              url
            }
          }
        }
      }
    }
  }
}
    fragment Label on Entity {
  __typename
  id
  kind
  name
  thai: name(language: "th")
  english: name(language: "en")
}`),"query Chaired($id: ID!) { node(id: $id) { id ... on Person { titles chaired(first: 100) { totalCount edges { factId roleText node { ...Label startDate { value } series { ordinal year } } } } } } }":new W(`
    query Chaired($id: ID!) {
  node(id: $id) {
    id
    ... on Person {
      titles
      chaired(first: 100) {
        totalCount
        edges {
          factId
          roleText
          node {
            ...Label
            startDate {
              value
            }
            series {
              ordinal
              year
            }
          }
        }
      }
    }
  }
}
    fragment Label on Entity {
  __typename
  id
  kind
  name
  thai: name(language: "th")
  english: name(language: "en")
}`),"query Meant($text: String!) { lookup(name: $text, first: 10) { score explanation entity { ...Label names { text } } } }":new W(`
    query Meant($text: String!) {
  lookup(name: $text, first: 10) {
    score
    explanation
    entity {
      ...Label
      names {
        text
      }
    }
  }
}
    fragment Label on Entity {
  __typename
  id
  kind
  name
  thai: name(language: "th")
  english: name(language: "en")
}`),"query Same($text: String!) { people(first: 50, filter: { name: { contains: $text } }) { totalCount nodes { ...Label titles documents(first: 1) { totalCount } positions(first: 10) { nodes { ...Label } } } } }":new W(`
    query Same($text: String!) {
  people(first: 50, filter: {name: {contains: $text}}) {
    totalCount
    nodes {
      ...Label
      titles
      documents(first: 1) {
        totalCount
      }
      positions(first: 10) {
        nodes {
          ...Label
        }
      }
    }
  }
}
    fragment Label on Entity {
  __typename
  id
  kind
  name
  thai: name(language: "th")
  english: name(language: "en")
}`),"query Holders($id: ID!) { node(id: $id) { id ... on Organization { posts(first: 50) { nodes { ...Label holders(first: 50) { edges { factId observedFrom { value } observedTo { value } validFrom { value } validTo { value } node { ...Label } } } } } } } }":new W(`
    query Holders($id: ID!) {
  node(id: $id) {
    id
    ... on Organization {
      posts(first: 50) {
        nodes {
          ...Label
          holders(first: 50) {
            edges {
              factId
              observedFrom {
                value
              }
              observedTo {
                value
              }
              validFrom {
                value
              }
              validTo {
                value
              }
              node {
                ...Label
              }
            }
          }
        }
      }
    }
  }
}
    fragment Label on Entity {
  __typename
  id
  kind
  name
  thai: name(language: "th")
  english: name(language: "en")
}`),"query OfficeOn($id: ID!, $day: Date!) { node(id: $id) { id ... on Person { positions(first: 50, asOf: $day) { edges { factId observedFrom { value } observedTo { value } organization { ...Label } node { ...Label } } } } } }":new W(`
    query OfficeOn($id: ID!, $day: Date!) {
  node(id: $id) {
    id
    ... on Person {
      positions(first: 50, asOf: $day) {
        edges {
          factId
          observedFrom {
            value
          }
          observedTo {
            value
          }
          organization {
            ...Label
          }
          node {
            ...Label
          }
        }
      }
    }
  }
}
    fragment Label on Entity {
  __typename
  id
  kind
  name
  thai: name(language: "th")
  english: name(language: "en")
}`),"query Members($id: ID!) { node(id: $id) { id ... on Organization { members(first: 100) { totalCount edges { factId membership: status roleText node { ...Label } } } } } }":new W(`
    query Members($id: ID!) {
  node(id: $id) {
    id
    ... on Organization {
      members(first: 100) {
        totalCount
        edges {
          factId
          membership: status
          roleText
          node {
            ...Label
          }
        }
      }
    }
  }
}
    fragment Label on Entity {
  __typename
  id
  kind
  name
  thai: name(language: "th")
  english: name(language: "en")
}`),"query Certified($from: Date!, $to: Date!) { projects(first: 100, filter: { certifiedOn: { from: $from, to: $to } }) { totalCount nodes { ...Label certifiedOn { value } places(first: 10) { nodes { ...Label } } certifiedBy(first: 10) { edges { factId node { ...Label } } } } } }":new W(`
    query Certified($from: Date!, $to: Date!) {
  projects(first: 100, filter: {certifiedOn: {from: $from, to: $to}}) {
    totalCount
    nodes {
      ...Label
      certifiedOn {
        value
      }
      places(first: 10) {
        nodes {
          ...Label
        }
      }
      certifiedBy(first: 10) {
        edges {
          factId
          node {
            ...Label
          }
        }
      }
    }
  }
}
    fragment Label on Entity {
  __typename
  id
  kind
  name
  thai: name(language: "th")
  english: name(language: "en")
}`),"query Funds($id: ID!) { node(id: $id) { id ... on Fund { ...Label amount { original } finances(first: 50) { edges { factId node { ...Label } } } financedBy(first: 50) { edges { factId node { ...Label } } } documents(first: 20) { nodes { id title url } } } } }":new W(`
    query Funds($id: ID!) {
  node(id: $id) {
    id
    ... on Fund {
      ...Label
      amount {
        original
      }
      finances(first: 50) {
        edges {
          factId
          node {
            ...Label
          }
        }
      }
      financedBy(first: 50) {
        edges {
          factId
          node {
            ...Label
          }
        }
      }
      documents(first: 20) {
        nodes {
          id
          title
          url
        }
      }
    }
  }
}
    fragment Label on Entity {
  __typename
  id
  kind
  name
  thai: name(language: "th")
  english: name(language: "en")
}`),"query Hosts($id: ID!) { node(id: $id) { id ... on Meeting { startDate { value } endDate { value } organizers(first: 50) { edges { factId role roleText node { ...Label } } } hostCountries(first: 10) { edges { factId role roleText node { ...Label } } } places(first: 20) { nodes { ...Label } } } } }":new W(`
    query Hosts($id: ID!) {
  node(id: $id) {
    id
    ... on Meeting {
      startDate {
        value
      }
      endDate {
        value
      }
      organizers(first: 50) {
        edges {
          factId
          role
          roleText
          node {
            ...Label
          }
        }
      }
      hostCountries(first: 10) {
        edges {
          factId
          role
          roleText
          node {
            ...Label
          }
        }
      }
      places(first: 20) {
        nodes {
          ...Label
        }
      }
    }
  }
}
    fragment Label on Entity {
  __typename
  id
  kind
  name
  thai: name(language: "th")
  english: name(language: "en")
}`),"query ByOffice($id: ID!) { node(id: $id) { id ... on Post { exOfficioHolders(first: 50) { edges { factId node { ...Label organization { ...Label } } } } } } }":new W(`
    query ByOffice($id: ID!) {
  node(id: $id) {
    id
    ... on Post {
      exOfficioHolders(first: 50) {
        edges {
          factId
          node {
            ...Label
            organization {
              ...Label
            }
          }
        }
      }
    }
  }
}
    fragment Label on Entity {
  __typename
  id
  kind
  name
  thai: name(language: "th")
  english: name(language: "en")
}`),"query Planned($from: Date!, $to: Date!) { meetings(first: 100, filter: { date: { from: $from, to: $to } }) { totalCount nodes { ...Label heldStatus: status startDate { value } endDate { value } places(first: 10) { nodes { ...Label } } } } }":new W(`
    query Planned($from: Date!, $to: Date!) {
  meetings(first: 100, filter: {date: {from: $from, to: $to}}) {
    totalCount
    nodes {
      ...Label
      heldStatus: status
      startDate {
        value
      }
      endDate {
        value
      }
      places(first: 10) {
        nodes {
          ...Label
        }
      }
    }
  }
}
    fragment Label on Entity {
  __typename
  id
  kind
  name
  thai: name(language: "th")
  english: name(language: "en")
}`),"query Budgets($id: ID!) { projects(first: 100, filter: { places: { some: { id: { in: [$id] } } } }) { totalCount nodes { ...Label budget { original } responsible(first: 20) { nodes { ...Label } } } } }":new W(`
    query Budgets($id: ID!) {
  projects(first: 100, filter: {places: {some: {id: {in: [$id]}}}}) {
    totalCount
    nodes {
      ...Label
      budget {
        original
      }
      responsible(first: 20) {
        nodes {
          ...Label
        }
      }
    }
  }
}
    fragment Label on Entity {
  __typename
  id
  kind
  name
  thai: name(language: "th")
  english: name(language: "en")
}`),"query Signed($id: ID!) { agreements(first: 100, filter: { parties: { some: { id: { in: [$id] } } } }) { totalCount nodes { ...Label agreementType agreementStatus: status agreedOn: date { value } signatories(first: 20) { totalCount edges { factId node { ...Label } } } } } }":new W(`
    query Signed($id: ID!) {
  agreements(first: 100, filter: {parties: {some: {id: {in: [$id]}}}}) {
    totalCount
    nodes {
      ...Label
      agreementType
      agreementStatus: status
      agreedOn: date {
        value
      }
      signatories(first: 20) {
        totalCount
        edges {
          factId
          node {
            ...Label
          }
        }
      }
    }
  }
}
    fragment Label on Entity {
  __typename
  id
  kind
  name
  thai: name(language: "th")
  english: name(language: "en")
}`),"query MetWith($id: ID!) { node(id: $id) { id ... on Person { coParticipants(first: 100) { totalCount edges { count node { ...Label } } } } } }":new W(`
    query MetWith($id: ID!) {
  node(id: $id) {
    id
    ... on Person {
      coParticipants(first: 100) {
        totalCount
        edges {
          count
          node {
            ...Label
          }
        }
      }
    }
  }
}
    fragment Label on Entity {
  __typename
  id
  kind
  name
  thai: name(language: "th")
  english: name(language: "en")
}`),"query ByYear { meetingStatistics(groupBy: [YEAR]) { keys count } }":new W(`
    query ByYear {
  meetingStatistics(groupBy: [YEAR]) {
    keys
    count
  }
}
    `),"query Inside($text: String!) { search(text: $text, first: 50) { totalCount edges { highlight score node { __typename id ... on Entity { ...Label } ... on Document { title } } } } }":new W(`
    query Inside($text: String!) {
  search(text: $text, first: 50) {
    totalCount
    edges {
      highlight
      score
      node {
        __typename
        id
        ... on Entity {
          ...Label
        }
        ... on Document {
          title
        }
      }
    }
  }
}
    fragment Label on Entity {
  __typename
  id
  kind
  name
  thai: name(language: "th")
  english: name(language: "en")
}`),"query Financed($id: ID!) { node(id: $id) { id ... on Entity { relations(types: [FINANCES], direction: IN, first: 50) { edges { factId amount { original } node { ...Label } } } } } }":new W(`
    query Financed($id: ID!) {
  node(id: $id) {
    id
    ... on Entity {
      relations(types: [FINANCES], direction: IN, first: 50) {
        edges {
          factId
          amount {
            original
          }
          node {
            ...Label
          }
        }
      }
    }
  }
}
    fragment Label on Entity {
  __typename
  id
  kind
  name
  thai: name(language: "th")
  english: name(language: "en")
}`),"\n  query Choices($kinds: [EntityKind!]) {\n    centrality(metric: DEGREE, kinds: $kinds, first: 8) { entity { ...Label } }\n  }\n":new W(`
    query Choices($kinds: [EntityKind!]) {
  centrality(metric: DEGREE, kinds: $kinds, first: 8) {
    entity {
      ...Label
    }
  }
}
    fragment Label on Entity {
  __typename
  id
  kind
  name
  thai: name(language: "th")
  english: name(language: "en")
}`),"\n  query DocumentPage($id: ID!) {\n    node(id: $id) {\n      __typename\n      id\n      ... on Document {\n        title source url publisher publishedOn { value } text hash copyOf recordedAt\n        facts(first: 100) { totalCount nodes { id type roleText source { ...Label } target { ...Label } evidence(first: 20) { start end document { id } } } }\n        entities(first: 100) { totalCount nodes { ...Label } }\n      }\n    }\n  }\n":new W(`
    query DocumentPage($id: ID!) {
  node(id: $id) {
    __typename
    id
    ... on Document {
      title
      source
      url
      publisher
      publishedOn {
        value
      }
      text
      hash
      copyOf
      recordedAt
      facts(first: 100) {
        totalCount
        nodes {
          id
          type
          roleText
          source {
            ...Label
          }
          target {
            ...Label
          }
          evidence(first: 20) {
            start
            end
            document {
              id
            }
          }
        }
      }
      entities(first: 100) {
        totalCount
        nodes {
          ...Label
        }
      }
    }
  }
}
    fragment Label on Entity {
  __typename
  id
  kind
  name
  thai: name(language: "th")
  english: name(language: "en")
}`),'\n  fragment Label on Entity {\n    __typename\n    id\n    kind\n    name\n    thai: name(language: "th")\n    english: name(language: "en")\n  }\n':mt,"\n  fragment Rows on RelationConnection {\n    totalCount\n    pageInfo { hasNextPage endCursor }\n    edges {\n      factId type direction role roleText capacity factStatus confidence sourceCount\n      validFrom { value } validTo { value } observedFrom { value } observedTo { value } date { value }\n      amount { original value currency }\n      onBehalfOf { ...Label }\n      node { ...Label ... on Meeting { startDate { value } heldStatus: status } ... on Agreement { agreedOn: date { value } agreementStatus: status } }\n    }\n  }\n":ht,"\n  query Entity($id: ID!) {\n    node(id: $id) {\n      __typename\n      id\n      ... on Entity {\n        ...Label\n        names { text language kind }\n        description\n        identifiers { scheme value }\n        documentCount\n        documents(first: 10) { totalCount edges { node { id title source publisher publishedOn { value } url copyOf } } }\n      }\n      ... on Person {\n        titles\n        positions(first: 50) { totalCount edges { factId roleText validFrom { value } validTo { value } observedFrom { value } observedTo { value } organization { ...Label } node { ...Label } } }\n        coParticipants(first: 10) { totalCount edges { count node { ...Label } } }\n      }\n      ... on Post {\n        roleText\n        holders(first: 50) { totalCount edges { factId validFrom { value } validTo { value } observedFrom { value } observedTo { value } node { ...Label } } }\n      }\n      ... on Meeting { meetingType heldStatus: status series { name ordinal year } startDate { value } endDate { value } }\n      ... on Agreement { agreementType agreementStatus: status agreedOn: date { value } }\n      ... on Fund { amount { original value currency } }\n      ... on Project { projectStatus: status budget { original value currency } certifiedOn { value } }\n    }\n    snapshot: statistics { snapshot { id recordedAt } }\n  }\n":new W(`
    query Entity($id: ID!) {
  node(id: $id) {
    __typename
    id
    ... on Entity {
      ...Label
      names {
        text
        language
        kind
      }
      description
      identifiers {
        scheme
        value
      }
      documentCount
      documents(first: 10) {
        totalCount
        edges {
          node {
            id
            title
            source
            publisher
            publishedOn {
              value
            }
            url
            copyOf
          }
        }
      }
    }
    ... on Person {
      titles
      positions(first: 50) {
        totalCount
        edges {
          factId
          roleText
          validFrom {
            value
          }
          validTo {
            value
          }
          observedFrom {
            value
          }
          observedTo {
            value
          }
          organization {
            ...Label
          }
          node {
            ...Label
          }
        }
      }
      coParticipants(first: 10) {
        totalCount
        edges {
          count
          node {
            ...Label
          }
        }
      }
    }
    ... on Post {
      roleText
      holders(first: 50) {
        totalCount
        edges {
          factId
          validFrom {
            value
          }
          validTo {
            value
          }
          observedFrom {
            value
          }
          observedTo {
            value
          }
          node {
            ...Label
          }
        }
      }
    }
    ... on Meeting {
      meetingType
      heldStatus: status
      series {
        name
        ordinal
        year
      }
      startDate {
        value
      }
      endDate {
        value
      }
    }
    ... on Agreement {
      agreementType
      agreementStatus: status
      agreedOn: date {
        value
      }
    }
    ... on Fund {
      amount {
        original
        value
        currency
      }
    }
    ... on Project {
      projectStatus: status
      budget {
        original
        value
        currency
      }
      certifiedOn {
        value
      }
    }
  }
  snapshot: statistics {
    snapshot {
      id
      recordedAt
    }
  }
}
    fragment Label on Entity {
  __typename
  id
  kind
  name
  thai: name(language: "th")
  english: name(language: "en")
}`),"\n  query Relations($id: ID!, $asOf: Date, $rows: Int!) {\n    node(id: $id) {\n      id\n      ... on Entity {\n        CHAIRED_OUT: relations(types: [CHAIRED], direction: OUT, asOf: $asOf, first: $rows) { ...Rows }\n        CHAIRED_IN: relations(types: [CHAIRED], direction: IN, asOf: $asOf, first: $rows) { ...Rows }\n        ATTENDED_OUT: relations(types: [ATTENDED], direction: OUT, asOf: $asOf, first: $rows) { ...Rows }\n        ATTENDED_IN: relations(types: [ATTENDED], direction: IN, asOf: $asOf, first: $rows) { ...Rows }\n        SPOKE_AT_OUT: relations(types: [SPOKE_AT], direction: OUT, asOf: $asOf, first: $rows) { ...Rows }\n        SPOKE_AT_IN: relations(types: [SPOKE_AT], direction: IN, asOf: $asOf, first: $rows) { ...Rows }\n        ORGANIZED_OUT: relations(types: [ORGANIZED], direction: OUT, asOf: $asOf, first: $rows) { ...Rows }\n        ORGANIZED_IN: relations(types: [ORGANIZED], direction: IN, asOf: $asOf, first: $rows) { ...Rows }\n        HELD_AT_OUT: relations(types: [HELD_AT], direction: OUT, asOf: $asOf, first: $rows) { ...Rows }\n        HELD_AT_IN: relations(types: [HELD_AT], direction: IN, asOf: $asOf, first: $rows) { ...Rows }\n        PARTY_TO_OUT: relations(types: [PARTY_TO], direction: OUT, asOf: $asOf, first: $rows) { ...Rows }\n        PARTY_TO_IN: relations(types: [PARTY_TO], direction: IN, asOf: $asOf, first: $rows) { ...Rows }\n        SIGNED_OUT: relations(types: [SIGNED], direction: OUT, asOf: $asOf, first: $rows) { ...Rows }\n        SIGNED_IN: relations(types: [SIGNED], direction: IN, asOf: $asOf, first: $rows) { ...Rows }\n        WITNESSED_OUT: relations(types: [WITNESSED], direction: OUT, asOf: $asOf, first: $rows) { ...Rows }\n        WITNESSED_IN: relations(types: [WITNESSED], direction: IN, asOf: $asOf, first: $rows) { ...Rows }\n        SIGNED_AT_OUT: relations(types: [SIGNED_AT], direction: OUT, asOf: $asOf, first: $rows) { ...Rows }\n        SIGNED_AT_IN: relations(types: [SIGNED_AT], direction: IN, asOf: $asOf, first: $rows) { ...Rows }\n        HOLDS_OUT: relations(types: [HOLDS], direction: OUT, asOf: $asOf, first: $rows) { ...Rows }\n        HOLDS_IN: relations(types: [HOLDS], direction: IN, asOf: $asOf, first: $rows) { ...Rows }\n        POST_IN_OUT: relations(types: [POST_IN], direction: OUT, asOf: $asOf, first: $rows) { ...Rows }\n        POST_IN_IN: relations(types: [POST_IN], direction: IN, asOf: $asOf, first: $rows) { ...Rows }\n        EX_OFFICIO_OUT: relations(types: [EX_OFFICIO], direction: OUT, asOf: $asOf, first: $rows) { ...Rows }\n        EX_OFFICIO_IN: relations(types: [EX_OFFICIO], direction: IN, asOf: $asOf, first: $rows) { ...Rows }\n        MEMBER_OF_OUT: relations(types: [MEMBER_OF], direction: OUT, asOf: $asOf, first: $rows) { ...Rows }\n        MEMBER_OF_IN: relations(types: [MEMBER_OF], direction: IN, asOf: $asOf, first: $rows) { ...Rows }\n        PART_OF_OUT: relations(types: [PART_OF], direction: OUT, asOf: $asOf, first: $rows) { ...Rows }\n        PART_OF_IN: relations(types: [PART_OF], direction: IN, asOf: $asOf, first: $rows) { ...Rows }\n        LOCATED_IN_OUT: relations(types: [LOCATED_IN], direction: OUT, asOf: $asOf, first: $rows) { ...Rows }\n        LOCATED_IN_IN: relations(types: [LOCATED_IN], direction: IN, asOf: $asOf, first: $rows) { ...Rows }\n        FINANCES_OUT: relations(types: [FINANCES], direction: OUT, asOf: $asOf, first: $rows) { ...Rows }\n        FINANCES_IN: relations(types: [FINANCES], direction: IN, asOf: $asOf, first: $rows) { ...Rows }\n        RESPONSIBLE_FOR_OUT: relations(types: [RESPONSIBLE_FOR], direction: OUT, asOf: $asOf, first: $rows) { ...Rows }\n        RESPONSIBLE_FOR_IN: relations(types: [RESPONSIBLE_FOR], direction: IN, asOf: $asOf, first: $rows) { ...Rows }\n        CERTIFIED_OUT: relations(types: [CERTIFIED], direction: OUT, asOf: $asOf, first: $rows) { ...Rows }\n        CERTIFIED_IN: relations(types: [CERTIFIED], direction: IN, asOf: $asOf, first: $rows) { ...Rows }\n        ABOUT_OUT: relations(types: [ABOUT], direction: OUT, asOf: $asOf, first: $rows) { ...Rows }\n        ABOUT_IN: relations(types: [ABOUT], direction: IN, asOf: $asOf, first: $rows) { ...Rows }\n      }\n    }\n  }\n":new W(`
    query Relations($id: ID!, $asOf: Date, $rows: Int!) {
  node(id: $id) {
    id
    ... on Entity {
      CHAIRED_OUT: relations(
        types: [CHAIRED]
        direction: OUT
        asOf: $asOf
        first: $rows
      ) {
        ...Rows
      }
      CHAIRED_IN: relations(
        types: [CHAIRED]
        direction: IN
        asOf: $asOf
        first: $rows
      ) {
        ...Rows
      }
      ATTENDED_OUT: relations(
        types: [ATTENDED]
        direction: OUT
        asOf: $asOf
        first: $rows
      ) {
        ...Rows
      }
      ATTENDED_IN: relations(
        types: [ATTENDED]
        direction: IN
        asOf: $asOf
        first: $rows
      ) {
        ...Rows
      }
      SPOKE_AT_OUT: relations(
        types: [SPOKE_AT]
        direction: OUT
        asOf: $asOf
        first: $rows
      ) {
        ...Rows
      }
      SPOKE_AT_IN: relations(
        types: [SPOKE_AT]
        direction: IN
        asOf: $asOf
        first: $rows
      ) {
        ...Rows
      }
      ORGANIZED_OUT: relations(
        types: [ORGANIZED]
        direction: OUT
        asOf: $asOf
        first: $rows
      ) {
        ...Rows
      }
      ORGANIZED_IN: relations(
        types: [ORGANIZED]
        direction: IN
        asOf: $asOf
        first: $rows
      ) {
        ...Rows
      }
      HELD_AT_OUT: relations(
        types: [HELD_AT]
        direction: OUT
        asOf: $asOf
        first: $rows
      ) {
        ...Rows
      }
      HELD_AT_IN: relations(
        types: [HELD_AT]
        direction: IN
        asOf: $asOf
        first: $rows
      ) {
        ...Rows
      }
      PARTY_TO_OUT: relations(
        types: [PARTY_TO]
        direction: OUT
        asOf: $asOf
        first: $rows
      ) {
        ...Rows
      }
      PARTY_TO_IN: relations(
        types: [PARTY_TO]
        direction: IN
        asOf: $asOf
        first: $rows
      ) {
        ...Rows
      }
      SIGNED_OUT: relations(
        types: [SIGNED]
        direction: OUT
        asOf: $asOf
        first: $rows
      ) {
        ...Rows
      }
      SIGNED_IN: relations(types: [SIGNED], direction: IN, asOf: $asOf, first: $rows) {
        ...Rows
      }
      WITNESSED_OUT: relations(
        types: [WITNESSED]
        direction: OUT
        asOf: $asOf
        first: $rows
      ) {
        ...Rows
      }
      WITNESSED_IN: relations(
        types: [WITNESSED]
        direction: IN
        asOf: $asOf
        first: $rows
      ) {
        ...Rows
      }
      SIGNED_AT_OUT: relations(
        types: [SIGNED_AT]
        direction: OUT
        asOf: $asOf
        first: $rows
      ) {
        ...Rows
      }
      SIGNED_AT_IN: relations(
        types: [SIGNED_AT]
        direction: IN
        asOf: $asOf
        first: $rows
      ) {
        ...Rows
      }
      HOLDS_OUT: relations(types: [HOLDS], direction: OUT, asOf: $asOf, first: $rows) {
        ...Rows
      }
      HOLDS_IN: relations(types: [HOLDS], direction: IN, asOf: $asOf, first: $rows) {
        ...Rows
      }
      POST_IN_OUT: relations(
        types: [POST_IN]
        direction: OUT
        asOf: $asOf
        first: $rows
      ) {
        ...Rows
      }
      POST_IN_IN: relations(
        types: [POST_IN]
        direction: IN
        asOf: $asOf
        first: $rows
      ) {
        ...Rows
      }
      EX_OFFICIO_OUT: relations(
        types: [EX_OFFICIO]
        direction: OUT
        asOf: $asOf
        first: $rows
      ) {
        ...Rows
      }
      EX_OFFICIO_IN: relations(
        types: [EX_OFFICIO]
        direction: IN
        asOf: $asOf
        first: $rows
      ) {
        ...Rows
      }
      MEMBER_OF_OUT: relations(
        types: [MEMBER_OF]
        direction: OUT
        asOf: $asOf
        first: $rows
      ) {
        ...Rows
      }
      MEMBER_OF_IN: relations(
        types: [MEMBER_OF]
        direction: IN
        asOf: $asOf
        first: $rows
      ) {
        ...Rows
      }
      PART_OF_OUT: relations(
        types: [PART_OF]
        direction: OUT
        asOf: $asOf
        first: $rows
      ) {
        ...Rows
      }
      PART_OF_IN: relations(
        types: [PART_OF]
        direction: IN
        asOf: $asOf
        first: $rows
      ) {
        ...Rows
      }
      LOCATED_IN_OUT: relations(
        types: [LOCATED_IN]
        direction: OUT
        asOf: $asOf
        first: $rows
      ) {
        ...Rows
      }
      LOCATED_IN_IN: relations(
        types: [LOCATED_IN]
        direction: IN
        asOf: $asOf
        first: $rows
      ) {
        ...Rows
      }
      FINANCES_OUT: relations(
        types: [FINANCES]
        direction: OUT
        asOf: $asOf
        first: $rows
      ) {
        ...Rows
      }
      FINANCES_IN: relations(
        types: [FINANCES]
        direction: IN
        asOf: $asOf
        first: $rows
      ) {
        ...Rows
      }
      RESPONSIBLE_FOR_OUT: relations(
        types: [RESPONSIBLE_FOR]
        direction: OUT
        asOf: $asOf
        first: $rows
      ) {
        ...Rows
      }
      RESPONSIBLE_FOR_IN: relations(
        types: [RESPONSIBLE_FOR]
        direction: IN
        asOf: $asOf
        first: $rows
      ) {
        ...Rows
      }
      CERTIFIED_OUT: relations(
        types: [CERTIFIED]
        direction: OUT
        asOf: $asOf
        first: $rows
      ) {
        ...Rows
      }
      CERTIFIED_IN: relations(
        types: [CERTIFIED]
        direction: IN
        asOf: $asOf
        first: $rows
      ) {
        ...Rows
      }
      ABOUT_OUT: relations(types: [ABOUT], direction: OUT, asOf: $asOf, first: $rows) {
        ...Rows
      }
      ABOUT_IN: relations(types: [ABOUT], direction: IN, asOf: $asOf, first: $rows) {
        ...Rows
      }
    }
  }
}
    fragment Label on Entity {
  __typename
  id
  kind
  name
  thai: name(language: "th")
  english: name(language: "en")
}
fragment Rows on RelationConnection {
  totalCount
  pageInfo {
    hasNextPage
    endCursor
  }
  edges {
    factId
    type
    direction
    role
    roleText
    capacity
    factStatus
    confidence
    sourceCount
    validFrom {
      value
    }
    validTo {
      value
    }
    observedFrom {
      value
    }
    observedTo {
      value
    }
    date {
      value
    }
    amount {
      original
      value
      currency
    }
    onBehalfOf {
      ...Label
    }
    node {
      ...Label
      ... on Meeting {
        startDate {
          value
        }
        heldStatus: status
      }
      ... on Agreement {
        agreedOn: date {
          value
        }
        agreementStatus: status
      }
    }
  }
}`),"\n  query MoreRelations($id: ID!, $types: [RelationType!]!, $direction: Direction!, $asOf: Date, $rows: Int!, $after: String) {\n    node(id: $id) { id ... on Entity { relations(types: $types, direction: $direction, asOf: $asOf, first: $rows, after: $after) { ...Rows } } }\n  }\n":new W(`
    query MoreRelations($id: ID!, $types: [RelationType!]!, $direction: Direction!, $asOf: Date, $rows: Int!, $after: String) {
  node(id: $id) {
    id
    ... on Entity {
      relations(
        types: $types
        direction: $direction
        asOf: $asOf
        first: $rows
        after: $after
      ) {
        ...Rows
      }
    }
  }
}
    fragment Label on Entity {
  __typename
  id
  kind
  name
  thai: name(language: "th")
  english: name(language: "en")
}
fragment Rows on RelationConnection {
  totalCount
  pageInfo {
    hasNextPage
    endCursor
  }
  edges {
    factId
    type
    direction
    role
    roleText
    capacity
    factStatus
    confidence
    sourceCount
    validFrom {
      value
    }
    validTo {
      value
    }
    observedFrom {
      value
    }
    observedTo {
      value
    }
    date {
      value
    }
    amount {
      original
      value
      currency
    }
    onBehalfOf {
      ...Label
    }
    node {
      ...Label
      ... on Meeting {
        startDate {
          value
        }
        heldStatus: status
      }
      ... on Agreement {
        agreedOn: date {
          value
        }
        agreementStatus: status
      }
    }
  }
}`),"\n  query EntityTimeline($ids: [ID!]!, $after: String) {\n    timeline(ids: $ids, first: 50, after: $after) {\n      totalCount pageInfo { hasNextPage endCursor }\n      edges { date { value } node { ...Label ... on Meeting { heldStatus: status } ... on Agreement { agreementStatus: status } } }\n    }\n  }\n":new W(`
    query EntityTimeline($ids: [ID!]!, $after: String) {
  timeline(ids: $ids, first: 50, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      date {
        value
      }
      node {
        ...Label
        ... on Meeting {
          heldStatus: status
        }
        ... on Agreement {
          agreementStatus: status
        }
      }
    }
  }
}
    fragment Label on Entity {
  __typename
  id
  kind
  name
  thai: name(language: "th")
  english: name(language: "en")
}`),"\n  query Coverage {\n    statistics { documents entities { kind count } relations { count } snapshot { id recordedAt } }\n    coverage { publishers { publisher documents months { month } } gaps { publisher from to } }\n  }\n":new W(`
    query Coverage {
  statistics {
    documents
    entities {
      kind
      count
    }
    relations {
      count
    }
    snapshot {
      id
      recordedAt
    }
  }
  coverage {
    publishers {
      publisher
      documents
      months {
        month
      }
    }
    gaps {
      publisher
      from
      to
    }
  }
}
    `),"\n  query Path($from: ID!, $to: ID!, $max: Int!, $relations: [RelationType!], $asOf: Date) {\n    path(from: $from, to: $to, maxLength: $max, relations: $relations, asOf: $asOf, first: 5) {\n      length\n      nodes { ...Label }\n      hops {\n        factId type direction roleText factStatus sourceCount confidence\n        from { ...Label }\n        to { ...Label }\n        observedFrom { value } observedTo { value } validFrom { value } validTo { value }\n        evidence(first: 1) { quote document { id title publisher publishedOn { value } } }\n      }\n      together { from { value } to { value } }\n    }\n  }\n":new W(`
    query Path($from: ID!, $to: ID!, $max: Int!, $relations: [RelationType!], $asOf: Date) {
  path(
    from: $from
    to: $to
    maxLength: $max
    relations: $relations
    asOf: $asOf
    first: 5
  ) {
    length
    nodes {
      ...Label
    }
    hops {
      factId
      type
      direction
      roleText
      factStatus
      sourceCount
      confidence
      from {
        ...Label
      }
      to {
        ...Label
      }
      observedFrom {
        value
      }
      observedTo {
        value
      }
      validFrom {
        value
      }
      validTo {
        value
      }
      evidence(first: 1) {
        quote
        document {
          id
          title
          publisher
          publishedOn {
            value
          }
        }
      }
    }
    together {
      from {
        value
      }
      to {
        value
      }
    }
  }
}
    fragment Label on Entity {
  __typename
  id
  kind
  name
  thai: name(language: "th")
  english: name(language: "en")
}`),"\n  query Held($types: [RelationType!]!) {\n    factStatistics(filter: { types: $types }, groupBy: [PLACE]) { keys count }\n  }\n":new W(`
    query Held($types: [RelationType!]!) {
  factStatistics(filter: {types: $types}, groupBy: [PLACE]) {
    keys
    count
  }
}
    `),"\n  query Places($ids: [ID!]!) {\n    nodes(ids: $ids) {\n      __typename\n      id\n      ... on Place {\n        ...Label\n        identifiers { scheme value }\n        within(first: 5) { nodes { ...Label identifiers { scheme value } within(first: 5) { nodes { ...Label identifiers { scheme value } } } } }\n      }\n    }\n  }\n":new W(`
    query Places($ids: [ID!]!) {
  nodes(ids: $ids) {
    __typename
    id
    ... on Place {
      ...Label
      identifiers {
        scheme
        value
      }
      within(first: 5) {
        nodes {
          ...Label
          identifiers {
            scheme
            value
          }
          within(first: 5) {
            nodes {
              ...Label
              identifiers {
                scheme
                value
              }
            }
          }
        }
      }
    }
  }
}
    fragment Label on Entity {
  __typename
  id
  kind
  name
  thai: name(language: "th")
  english: name(language: "en")
}`),"\n  query Search($text: String!, $kinds: [EntityKind!], $after: String) {\n    search(text: $text, kinds: $kinds, first: 25, after: $after) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      facets { kind count }\n      yearFacets { year count }\n      edges {\n        score\n        highlight\n        node {\n          __typename\n          id\n          ... on Entity { ...Label documentCount description }\n          ... on Meeting { startDate { value } }\n          ... on Agreement { agreedOn: date { value } }\n          ... on Document { title publisher publishedOn { value } }\n        }\n      }\n    }\n    all: search(text: $text, first: 1) { totalCount facets { kind count } }\n  }\n":new W(`
    query Search($text: String!, $kinds: [EntityKind!], $after: String) {
  search(text: $text, kinds: $kinds, first: 25, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    facets {
      kind
      count
    }
    yearFacets {
      year
      count
    }
    edges {
      score
      highlight
      node {
        __typename
        id
        ... on Entity {
          ...Label
          documentCount
          description
        }
        ... on Meeting {
          startDate {
            value
          }
        }
        ... on Agreement {
          agreedOn: date {
            value
          }
        }
        ... on Document {
          title
          publisher
          publishedOn {
            value
          }
        }
      }
    }
  }
  all: search(text: $text, first: 1) {
    totalCount
    facets {
      kind
      count
    }
  }
}
    fragment Label on Entity {
  __typename
  id
  kind
  name
  thai: name(language: "th")
  english: name(language: "en")
}`),"\n  query Browse($kinds: [EntityKind!]!) {\n    centrality(metric: DEGREE, kinds: $kinds, first: 100) { score entity { ...Label documentCount } }\n  }\n":new W(`
    query Browse($kinds: [EntityKind!]!) {
  centrality(metric: DEGREE, kinds: $kinds, first: 100) {
    score
    entity {
      ...Label
      documentCount
    }
  }
}
    fragment Label on Entity {
  __typename
  id
  kind
  name
  thai: name(language: "th")
  english: name(language: "en")
}`),"\n  query Latest {\n    documents(first: 100, orderBy: { field: DATE, direction: DESC }) { totalCount nodes { id title source publisher publishedOn { value } } }\n  }\n":new W(`
    query Latest {
  documents(first: 100, orderBy: {field: DATE, direction: DESC}) {
    totalCount
    nodes {
      id
      title
      source
      publisher
      publishedOn {
        value
      }
    }
  }
}
    `),"\n  query Stats {\n    meetings: meetingStatistics(groupBy: [YEAR]) { keys count }\n    agreements: agreementStatistics(groupBy: [YEAR]) { keys count }\n    organizers: meetingStatistics(groupBy: [ORGANIZATION]) { keys count }\n    parties: agreementStatistics(groupBy: [ORGANIZATION]) { keys count }\n    types: meetingStatistics(groupBy: [TYPE]) { keys count }\n    relations: factStatistics(groupBy: [TYPE]) { keys count }\n    countries(first: 100) { nodes { ...Label agreements(first: 1) { totalCount } meetings(first: 1) { totalCount } memberships(first: 1) { totalCount } } }\n  }\n":new W(`
    query Stats {
  meetings: meetingStatistics(groupBy: [YEAR]) {
    keys
    count
  }
  agreements: agreementStatistics(groupBy: [YEAR]) {
    keys
    count
  }
  organizers: meetingStatistics(groupBy: [ORGANIZATION]) {
    keys
    count
  }
  parties: agreementStatistics(groupBy: [ORGANIZATION]) {
    keys
    count
  }
  types: meetingStatistics(groupBy: [TYPE]) {
    keys
    count
  }
  relations: factStatistics(groupBy: [TYPE]) {
    keys
    count
  }
  countries(first: 100) {
    nodes {
      ...Label
      agreements(first: 1) {
        totalCount
      }
      meetings(first: 1) {
        totalCount
      }
      memberships(first: 1) {
        totalCount
      }
    }
  }
}
    fragment Label on Entity {
  __typename
  id
  kind
  name
  thai: name(language: "th")
  english: name(language: "en")
}`),"\n  query TimelinePage($ids: [ID!], $from: Date, $to: Date, $after: String) {\n    timeline(ids: $ids, from: $from, to: $to, first: 100, after: $after) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges { date { value } node { ...Label ... on Meeting { heldStatus: status places(first: 3) { nodes { ...Label } } } ... on Agreement { agreementStatus: status } } }\n    }\n  }\n":new W(`
    query TimelinePage($ids: [ID!], $from: Date, $to: Date, $after: String) {
  timeline(ids: $ids, from: $from, to: $to, first: 100, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      date {
        value
      }
      node {
        ...Label
        ... on Meeting {
          heldStatus: status
          places(first: 3) {
            nodes {
              ...Label
            }
          }
        }
        ... on Agreement {
          agreementStatus: status
        }
      }
    }
  }
}
    fragment Label on Entity {
  __typename
  id
  kind
  name
  thai: name(language: "th")
  english: name(language: "en")
}`)};function _t(e){return gt[e]??{}}function G(e,t={}){let n=new URLSearchParams,r=new URLSearchParams(location.search).get(`hl`);r&&!(`hl`in t)&&n.set(`hl`,r),vt(n,t);let i=n.toString();return i?`${e}?${i}`:e}function vt(e,t){for(let[n,r]of Object.entries(t))r==null||r===``||r===!1||Array.isArray(r)&&r.length===0?e.delete(n):e.set(n,Array.isArray(r)?r.join(`,`):r===!0?`1`:String(r))}function yt(){let{url:e,path:t,route:n}=Ze(),r=new URLSearchParams(e.split(`?`)[1]?.split(`#`)[0]??``),i={path:t,get:e=>r.get(e)??``,list:e=>(r.get(e)??``).split(`,`).filter(Boolean),with(e){let n=new URLSearchParams(r);vt(n,e);let i=n.toString();return i?`${t}?${i}`:t},go:(e,t)=>n(i.with(e),t)};return i}var bt=!1;addEventListener(`popstate`,()=>bt=!0),history.scrollRestoration=`manual`;var xt=new Map;function St(e,t,n=e.with({f:null})){De(()=>{t&&(scrollTo(0,bt?xt.get(n)??0:0),bt=!1)},[n,t]),z(()=>{if(!t)return;let r=()=>location.pathname===e.path&&xt.set(n,scrollY);return addEventListener(`scroll`,r,{passive:!0}),()=>removeEventListener(`scroll`,r)},[n,t])}var Ct={PERSON:`person`,POST:`post`,MEETING:`meeting`,AGREEMENT:`agreement`,FUND:`money`,PROJECT:`money`,DOCUMENT:`document`,CITY:`place`,PROVINCE:`place`,COUNTRY:`place`,VENUE:`place`,ZONE:`place`},wt=e=>Ct[e]??`organization`,Tt={person:`M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13z`,organization:`M2 2h12v12H2z`,place:`M8 .8 15.2 8 8 15.2.8 8z`,post:`M8 1.5 15 14H1z`,meeting:`M4.6 1.5h6.8L15 8l-3.6 6.5H4.6L1 8z`,agreement:`M3 1h7l3.5 3.5V15H3z`,money:`M5 1h6l4 4v6l-4 4H5l-4-4V5z`,document:`M3.5 1h9v14h-9z`},Et=e=>(e.kind===`DOCUMENT`||e.__typename===`Document`?`/doc/`:`/e/`)+encodeURIComponent(e.id),Dt=Symbol.for(`preact-signals`);function Ot(){if(q>1)q--;else{var e,t=!1;for((function(){var e=It;for(It=void 0;e!==void 0;){var t=e.S;if(t.v===e.v)for(var n=t.t;n!==void 0;n=n.x)n.i===e.i&&(n.i=t.i);e=e.o}})();Mt!==void 0;){var n=Mt;for(Mt=void 0,Nt++;n!==void 0;){var r=n.u;if(n.u=void 0,n.f&=-3,!(8&n.f)&&Bt(n))try{n.c()}catch(n){t||=(e=n,!0)}n=r}}if(Nt=0,q--,t)throw e}}function kt(e){if(q>0)return e();Ft=++Pt,q++;try{return e()}finally{Ot()}}var At,K=void 0;function jt(e){var t=K,n=At;K=void 0,At=void 0;try{return e()}finally{K=t,At=n}}var Mt=void 0,q=0,Nt=0,Pt=0,Ft=0,It=void 0,Lt=0;function Rt(e){if(K!==void 0){var t=e.n;if(t===void 0||t.t!==K)return t={i:0,S:e,p:K.s,n:void 0,t:K,e:void 0,x:void 0,r:t},K.s!==void 0&&(K.s.n=t),K.s=t,e.n=t,32&K.f&&e.S(t),t;if(t.i===-1)return t.i=0,t.n!==void 0&&(t.n.p=t.p,t.p!==void 0&&(t.p.n=t.n),t.p=K.s,t.n=void 0,K.s.n=t,K.s=t),t}}function J(e,t){this.v=e,this.i=0,this.n=void 0,this.t=void 0,this.l=0,this.W=t?.watched,this.Z=t?.unwatched,this.name=t?.name}J.prototype.brand=Dt,J.prototype.h=function(){return!0},J.prototype.S=function(e){var t=this,n=this.t;n!==e&&e.e===void 0&&(e.x=n,this.t=e,n===void 0?jt(function(){var e;(e=t.W)==null||e.call(t)}):n.e=e)},J.prototype.U=function(e){var t=this;if(this.t!==void 0){var n=e.e,r=e.x;n!==void 0&&(n.x=r,e.e=void 0),r!==void 0&&(r.e=n,e.x=void 0),e===this.t&&(this.t=r,r===void 0&&jt(function(){var e;(e=t.Z)==null||e.call(t)}))}},J.prototype.subscribe=function(e){var t=this;return Jt(function(){var n=t.value;jt(function(){return e(n)})},{name:`sub`})},J.prototype.valueOf=function(){return this.value},J.prototype.toString=function(){return this.value+``},J.prototype.toJSON=function(){return this.value},J.prototype.peek=function(){var e=this;return jt(function(){return e.value})},Object.defineProperty(J.prototype,"value",{get:function(){var e=Rt(this);return e!==void 0&&(e.i=this.i),this.v},set:function(e){if(e!==this.v){if(Nt>100)throw Error(`Cycle detected`);(function(e){q!==0&&Nt===0&&e.l!==Ft&&(e.l=Ft,It={S:e,v:e.v,i:e.i,o:It})})(this),this.v=e,this.i++,Lt++,q++;try{for(var t=this.t;t!==void 0;t=t.x)t.t.N()}finally{Ot()}}}});function zt(e,t){return new J(e,t)}function Bt(e){for(var t=e.s;t!==void 0;t=t.n)if(t.S.i!==t.i||!t.S.h()||t.S.i!==t.i)return!0;return!1}function Vt(e){for(var t=e.s;t!==void 0;t=t.n){var n=t.S.n;if(n!==void 0&&(t.r=n),t.S.n=t,t.i=-1,t.n===void 0){e.s=t;break}}}function Ht(e){for(var t=e.s,n=void 0;t!==void 0;){var r=t.p;t.i===-1?(t.S.U(t),r!==void 0&&(r.n=t.n),t.n!==void 0&&(t.n.p=r)):n=t,t.S.n=t.r,t.r!==void 0&&(t.r=void 0),t=r}e.s=n}function Y(e,t){J.call(this,void 0,t),this.x=e,this.s=void 0,this.g=Lt-1,this.f=4}Y.prototype=new J,Y.prototype.h=function(){if(this.f&=-3,1&this.f)return!1;if((36&this.f)==32||(this.f&=-5,this.g===Lt))return!0;if(this.g=Lt,this.f|=1,this.i>0&&!Bt(this))return this.f&=-2,!0;var e=K;try{Vt(this),K=this;var t=this.x();(16&this.f||this.v!==t||this.i===0)&&(this.v=t,this.f&=-17,this.i++)}catch(e){this.v=e,this.f|=16,this.i++}return K=e,Ht(this),this.f&=-2,!0},Y.prototype.S=function(e){if(this.t===void 0){this.f|=36;for(var t=this.s;t!==void 0;t=t.n)t.S.S(t)}J.prototype.S.call(this,e)},Y.prototype.U=function(e){if(this.t!==void 0&&(J.prototype.U.call(this,e),this.t===void 0)){this.f&=-33;for(var t=this.s;t!==void 0;t=t.n)t.S.U(t)}},Y.prototype.N=function(){if(!(2&this.f)){this.f|=6;for(var e=this.t;e!==void 0;e=e.x)e.t.N()}},Object.defineProperty(Y.prototype,"value",{get:function(){if(1&this.f)throw Error(`Cycle detected`);var e=Rt(this);if(this.h(),e!==void 0&&(e.i=this.i),16&this.f)throw this.v;return this.v}});function Ut(e,t){return new Y(e,t)}function Wt(e){var t=e.j;if(e.j=void 0,typeof t==`function`){q++;var n=K;K=void 0;try{t()}catch(t){throw e.f&=-2,e.f|=8,Gt(e),t}finally{K=n,Ot()}}}function Gt(e){for(var t=e.s;t!==void 0;t=t.n)t.S.U(t);e.x=void 0,e.s=void 0,Wt(e)}function Kt(e){if(K!==this)throw Error(`Out-of-order effect`);Ht(this),K=e,this.f&=-2;try{8&this.f&&Gt(this)}finally{Ot()}}function qt(e,t){this.x=e,this.j=void 0,this.s=void 0,this.u=void 0,this.f=32,this.name=t?.name,At&&At.push(this)}qt.prototype.c=function(){var e=this.S();try{if(8&this.f||this.x===void 0)return;var t=this.x();typeof t==`function`&&(this.j=t)}finally{e()}},qt.prototype.S=function(){if(1&this.f)throw Error(`Cycle detected`);this.f|=1,this.f&=-9,Wt(this),Vt(this),q++;var e=K;return K=this,Kt.bind(this,e)},qt.prototype.N=function(){2&this.f||(this.f|=2,this.u=Mt,Mt=this)},qt.prototype.d=function(){this.f|=8,1&this.f||Gt(this)},qt.prototype.dispose=function(){this.d()};function Jt(e,t){var n=new qt(e,t);try{n.c()}catch(e){throw n.d(),e}var r=n.d.bind(n);return r[Symbol.dispose]=r,r}var Yt,Xt,Zt=typeof window<`u`&&!!window.__PREACT_SIGNALS_DEVTOOLS__,Qt=[];Jt(function(){Yt=this.N})();function $t(t,n){e[t]=n.bind(null,e[t]||function(){})}function en(e){if(Xt){var t=Xt;Xt=void 0,t()}Xt=e&&e.S()}function tn(e){var t=this,r=e.data,i=rn(r);i.name=`ReactiveDom`,i.value=r;var a=Oe(function(){for(var e=t,r=t.__v;r=r.__;)if(r.__c){r.__c.__$f|=4;break}var a=Ut(function(){var e=i.value.value;return e===0?0:!0===e?``:e||``}),o=Ut(function(){return!Array.isArray(a.value)&&!n(a.value)}),s=Jt(function(){if(this.N=sn,o.value){var t=a.value;e.__v&&e.__v.__e&&e.__v.__e.nodeType===3&&(e.__v.__e.data=t)}}),c=t.__$u.d;return t.__$u.d=function(){s(),c.call(this)},[o,a]},[]),o=a[0],s=a[1];return o.value?s.peek():s.value}tn.displayName=`ReactiveTextNode`,Object.defineProperties(J.prototype,{constructor:{configurable:!0,value:b(C,null).constructor},type:{configurable:!0,value:tn},props:{configurable:!0,get:function(){var e=this;return{data:{get value(){return e.value}}}}},__b:{configurable:!0,value:1}}),$t(`__b`,function(e,t){if(en(),typeof t.type==`string`){var n,r=t.props;for(var i in r)if(i!==`children`){var a=r[i];a instanceof J&&(n||(t.__np=n={}),n[i]=a,r[i]=a.peek())}}e(t)}),$t(`__r`,function(e,t){if(e(t),t.type!==C){en();var n,r=t.__c;r&&(r.__$f&=-2,(n=r.__$u)===void 0&&(r.__$u=n=function(e,t){var n;return Jt(function(){n=this},{name:t}),n.c=e,n}(function(e){return function(){var t;Zt&&((t=this.y)==null||t.call(this)),e.__$f|=1,e.setState({})}}(r),typeof t.type==`function`?t.type.displayName||t.type.name:``))),en(n)}}),$t(`__e`,function(e,t,n,r){en(),e(t,n,r)}),$t(`diffed`,function(e,t){en();var n;if(typeof t.type==`string`&&(n=t.__e)){var r=t.__np,i=t.props,a=n.U;if(a)for(var o in a){var s=a[o];s===void 0||r&&o in r||(s.d(),a[o]=void 0)}if(r)for(var c in a||(a={},n.U=a),r){var l=a[c],u=r[c];l===void 0?(l=nn(n,c,u,i),a[c]=l):l.o(u,i)}}e(t)});function nn(e,t,n,r){var i=t in e&&e.ownerSVGElement===void 0,a=zt(n);return{o:function(e,t){a.value=e,r=t},d:Jt(function(){this.N=sn;var n=a.value.value;r[t]!==n&&(r[t]=n,i?e[t]=n:n!=null&&(!1!==n||t[4]===`-`)?e.setAttribute(t,n):e.removeAttribute(t))})}}$t(`unmount`,function(e,t){if(typeof t.type==`string`){var n=t.__e;if(n){var r=n.U;if(r)for(var i in n.U=void 0,r){var a=r[i];a&&a.d()}}var o=t.__np;if(o){var s=t.props;for(var c in o)s[c]=o[c]}t.__np=void 0}else{var l=t.__c;if(l){l.__$f|=8;var u=l.__$u;u&&(l.__$u=void 0,u.d())}}e(t)}),$t(`__h`,function(e,t,n,r){r<3&&(t.__$f|=2),e(t,n,r)}),w.prototype.shouldComponentUpdate=function(e,t){if(this.__R)return!0;var n=this.__$u,r=n&&n.s!==void 0;for(var i in t)return!0;if(this.__f||typeof this.u==`boolean`&&!0===this.u){var a=2&this.__$f;if(!(r||a||4&this.__$f)||1&this.__$f)return!0}else if(!(r||4&this.__$f)||3&this.__$f)return!0;for(var o in e)if(o!==`__source`&&e[o]!==this.props[o])return!0;for(var s in this.props)if(!(s in e))return!0;return!1};function rn(e,t){return Oe(function(){return zt(e,t)},[])}var an=function(e){queueMicrotask(function(){queueMicrotask(e)})};function on(){kt(function(){for(var e;e=Qt.shift();)Yt.call(e)})}function sn(){Qt.push(this)===1&&(e.requestAnimationFrame||an)(on)}var cn={en:{name:`Mueang`,motto:`Who did what with whom in the smart cities of Thailand and ASEAN, and the sentence that says so.`,otherLanguage:`ไทย`,skip:`Skip to the content`,search:{label:`Search people, organisations, meetings, agreements, documents`,short:`Search`,go:`Search`,none:`Nothing has this name`,results:e=>`${e} found`,suggestions:e=>e===0?`No suggestion`:`${e} suggestions; arrow keys choose`,kinds:`Kinds`,years:`Years`,all:`All`,clear:`Clear the filters`,noMatch:e=>`Nothing was found for “${e}”.`,noMatchHint:`Every word must be found. Try fewer words, a part of a name, or the other language.`,filteredOut:e=>`${e} were found, but none with these filters.`,begin:`Type a name, a part of one, or a word of a title. Thai words are found inside longer ones.`,best:`Those with the most facts, at most 100. Search to find others.`,newest:(e,t)=>`The newest ${e} of ${t}. Search to find others.`,score:`How well the name answers, from 0 to 1`},nav:{home:`Start`,graph:`Graph`,path:`Connections`,timeline:`Timeline`,places:`Places`,stats:`Statistics`,ask:`Questions`,review:`Review`,api:`API`,main:`Main`},theme:{light:`Light`,dark:`Dark`,system:`As the system`,label:`Colours`},kinds:{PERSON:`Person`,MINISTRY:`Ministry`,AGENCY:`Agency`,INSTITUTE:`Institute`,COMPANY:`Company`,COMMITTEE:`Committee`,LOCAL_GOVERNMENT:`Local government`,INTERNATIONAL_ORGANIZATION:`International organisation`,NETWORK:`Network`,ORGANIZATION:`Organisation`,CITY:`City`,PROVINCE:`Province`,COUNTRY:`Country`,VENUE:`Venue`,ZONE:`Zone`,POST:`Office`,MEETING:`Meeting`,AGREEMENT:`Agreement`,FUND:`Fund`,PROJECT:`Project`,DOCUMENT:`Document`},relations:{CHAIRED:{out:`chaired`,in:`chaired by`},ATTENDED:{out:`attended`,in:`attended by`},SPOKE_AT:{out:`spoke at`,in:`speakers`},ORGANIZED:{out:`organised`,in:`organised by`},HELD_AT:{out:`held at`,in:`meetings held here`},PARTY_TO:{out:`party to`,in:`parties`},SIGNED:{out:`signed`,in:`signed by`},WITNESSED:{out:`witnessed`,in:`witnessed by`},SIGNED_AT:{out:`signed at`,in:`agreements signed there`},HOLDS:{out:`holds or held the office`,in:`holders`},POST_IN:{out:`office in`,in:`offices`},EX_OFFICIO:{out:`holds by office`,in:`held by office by`},MEMBER_OF:{out:`member of`,in:`members`},PART_OF:{out:`part of`,in:`parts`},LOCATED_IN:{out:`located in`,in:`located here`},FINANCES:{out:`finances`,in:`financed by`},RESPONSIBLE_FOR:{out:`responsible for`,in:`responsible`},CERTIFIED:{out:`certified`,in:`certified by`},ABOUT:{out:`about`,in:`subject of`}},more:`More`,less:`Less`,close:`Close`,retry:`Try again`,next:`Next page`,previous:`Previous page`,loading:`Loading…`,yes:`yes`,no:`no`,unknown:`not known`,entity:{names:`Names`,offices:`Offices over time`,relations:`Relations`,timeline:`Timeline`,met:`Met most often`,documents:`Documents`,identifiers:`Identifiers`,asOf:`As of`,asOfClear:`Any time`,asOfHint:`Shows the facts known to hold on that day. Facts without a date are left out.`,facts:e=>e===`1`?`one fact`:`${e} facts`,mentioned:e=>e===`1`?`mentioned in one document`:`mentioned in ${e} independent documents`,graph:`Graph`,path:`Connections from here`,csv:`CSV`,cite:`Cite`,query:`The query behind this`,undated:`no date`,noFacts:`No fact is known.`,noFactsThen:`No fact is known to hold on that day.`,meetings:e=>e===`1`?`one meeting`:`${e} meetings`,redirected:`This id was merged into the entity shown here.`,notFound:`There is no entity with this id.`,notFoundHint:`It may have been loaded into another graph, or its documents were retracted. Search for it by name.`,status:`Status`,type:`Type`,date:`Date`,amount:`Amount`,budget:`Budget`,series:`Series`,titles:`Titles`,description:`Described as`,all:`Show all`},fact:{evidence:`Evidence`,open:(e,t)=>`${e}: ${t}`,confidence:`Confidence`,confidenceHint:`The share of such facts that are expected to be right, measured on held-back documents.`,status:`Status`,sources:e=>`${e} independent sources`,oneSource:`one source`,original:`Original release`,context:`Release in full`,extractor:`Read by`,copy:`Copy`,copied:`Copied`,quote:`Quote`,validFrom:`from`,validTo:`until`,observed:`seen`,onBehalfOf:`on behalf of`,role:`Role`,capacity:`signed as`,missing:`There is no such fact any more.`,citation:`Citation`,recorded:`Recorded`},factStatus:{EXTRACTED:`extracted by machine`,CONFIRMED:`confirmed by a person`,DISPUTED:`disputed`,REJECTED:`rejected`},meetingStatus:{PLANNED:`planned`,HELD:`held`,CANCELLED:`called off`},document:{text:`Text`,facts:`What it says`,entities:`Whom and what it mentions`,original:`Original`,published:`Published`,copyOf:`A syndicated copy of`,hash:`SHA-256 of the text`,notFound:`There is no document with this id.`},errors:{NETWORK:[`The server does not answer.`,`Check that it runs and that you are connected, then try again.`],UNAVAILABLE:[`The store does not answer just now.`,`Nothing is lost. Try again in a moment.`],TIMEOUT:[`The question took too long and was stopped.`,`Ask for less: fewer hops, fewer relations, a shorter time.`],COST_LIMIT:[`The question would touch too much of the graph.`,`Ask for less: fewer hops, fewer rows, fewer relations.`],BAD_USER_INPUT:[`The server does not understand part of this address.`,`Check what you typed, or go back.`],NOT_FOUND:[`It is not there.`,`It may have been retracted. Search for it by name.`],UNAUTHENTICATED:[`This needs a token.`,`Ask whoever runs this server for one: mueang token create.`],FORBIDDEN:[`Your token does not allow this.`,`Ask whoever runs this server for one with the scope.`],INTERNAL:[`Something went wrong in the server.`,`Its log has more under the id shown here. Try again, or report it.`]},path:{title:`How are these two connected?`,from:`From`,to:`To`,max:`At most so many hops`,relations:`Only along these relations`,begin:`Choose two people, organisations, places, meetings or agreements.`,none:e=>`There is no connection of ${e} hops or fewer.`,noneHint:`Take away relations or the date, or choose others.`,longer:e=>`Look for ${e} hops`,hops:e=>e===`1`?`One hop`:`${e} hops`,together:`all known to hold`},timeline:{about:`Only what has to do with`,from:`From`,to:`To`,none:`Nothing dated is known.`,noneHint:`Take away a filter or choose another time.`},stats:{meetings:`Meetings by year`,agreements:`Agreements by year`,organizers:`Meetings by organiser`,parties:`Agreements by party`,countries:`Meetings held in, and agreements with, countries`,relations:`Facts by relation`,none:`Nothing to count.`,without:e=>`${e} more have none.`},graph:{add:`Add to the drawing`,begin:`Choose what the drawing begins with.`,nearer:`Nearer`,farther:`Farther`,fit:`Fit`,undo:`Undo`,undone:`Undone`,table:`To the table`,legend:`Legend and filters`,facts:`Facts shown`,nodes:`Entities shown`,expand:`Add neighbours`,more:(e,t)=>`Add ${e} of ${t} more`,moreThan:(e,t)=>`Add ${e} of more than ${t} more`,pin:`Pin`,hide:`Hide`,slide:`Slide to a month`,always:`every day`,added:e=>`${e} added`,shown:(e,t)=>`${e} entities and ${t} facts are shown`,cut:e=>`Only ${e} entities are drawn, since more cannot be read. Hide some or filter.`,dashed:`Dashed: planned, proposed, not signed, or disputed. The wider a line, the more facts.`,label:(e,t)=>`Drawing of ${e} entities and ${t} connections; the table below has the same`,keys:`Click chooses, double click or Enter adds neighbours. Keys in the drawing: arrows choose, e evidence, p pin, Delete hides, Ctrl+Z undoes, + − 0 zoom, t table.`},membership:{MEMBER:`member`,PROPOSED:`proposed`},ask:{begin:`Choose a question; its blanks are filled in on the next page.`,others:`Other questions`,none:`The graph knows no answer.`,noneHint:`What no loaded release states is not known. Choose another, or see what has been loaded on the start page.`,go:`Ask`,graphiql:`Open in GraphiQL`},places:{title:`Where meetings were held`,thailand:`Provinces of Thailand`,region:`ASEAN and around`,label:`Map of where meetings were held; the table beside it has the same`,none:`It is not known where any meeting was held.`,without:`In no region of the map, as far as is known`,total:(e,t,n)=>`${e} facts say where a meeting was held: ${t} in a region of the map, ${n} in none.`},home:{examples:`Try`,coverage:`What is in it`,documents:e=>e===`1`?`one release`:`${e} releases`,of:`of`,facts:e=>`${e} facts`,entities:e=>`${e} entities`,publishers:`Publishers`,gaps:`Months without a release`,empty:`The graph is empty.`,emptyHint:`Load press releases with: mueang load PATH`,snapshot:`State`,questions:`Questions`}},th:{name:`เมือง`,motto:`ใครทำอะไรกับใครในเมืองอัจฉริยะของไทยและอาเซียน พร้อมประโยคที่ยืนยัน`,otherLanguage:`English`,skip:`ข้ามไปยังเนื้อหา`,search:{label:`ค้นหาบุคคล องค์กร การประชุม ความตกลง เอกสาร`,short:`ค้นหา`,go:`ค้นหา`,none:`ไม่มีสิ่งที่มีชื่อนี้`,results:e=>`พบ ${e} รายการ`,suggestions:e=>e===0?`ไม่มีคำแนะนำ`:`มีคำแนะนำ ${e} รายการ เลือกด้วยปุ่มลูกศร`,kinds:`ประเภท`,years:`ปี`,all:`ทั้งหมด`,clear:`ล้างตัวกรอง`,noMatch:e=>`ไม่พบ “${e}”`,noMatchHint:`ต้องพบทุกคำ ลองใช้คำให้น้อยลง ใช้บางส่วนของชื่อ หรืออีกภาษาหนึ่ง`,filteredOut:e=>`พบ ${e} รายการ แต่ไม่มีรายการที่ตรงกับตัวกรองนี้`,begin:`พิมพ์ชื่อ บางส่วนของชื่อ หรือคำในหัวข้อข่าว`,best:`รายการที่มีข้อเท็จจริงมากที่สุด ไม่เกิน 100 รายการ ค้นหาเพื่อพบรายการอื่น`,newest:(e,t)=>`ล่าสุด ${e} จาก ${t} ฉบับ ค้นหาเพื่อพบฉบับอื่น`,score:`ชื่อตรงกันเพียงใด ตั้งแต่ 0 ถึง 1`},nav:{home:`หน้าแรก`,graph:`กราฟ`,path:`ความเชื่อมโยง`,timeline:`เส้นเวลา`,places:`สถานที่`,stats:`สถิติ`,ask:`คำถาม`,review:`ตรวจทาน`,api:`API`,main:`หลัก`},theme:{light:`สว่าง`,dark:`มืด`,system:`ตามระบบ`,label:`สี`},kinds:{PERSON:`บุคคล`,MINISTRY:`กระทรวง`,AGENCY:`หน่วยงาน`,INSTITUTE:`สถาบัน`,COMPANY:`บริษัท`,COMMITTEE:`คณะกรรมการ`,LOCAL_GOVERNMENT:`องค์กรปกครองส่วนท้องถิ่น`,INTERNATIONAL_ORGANIZATION:`องค์การระหว่างประเทศ`,NETWORK:`เครือข่าย`,ORGANIZATION:`องค์กร`,CITY:`เมือง`,PROVINCE:`จังหวัด`,COUNTRY:`ประเทศ`,VENUE:`สถานที่จัดงาน`,ZONE:`เขต`,POST:`ตำแหน่ง`,MEETING:`การประชุม`,AGREEMENT:`ความตกลง`,FUND:`กองทุน`,PROJECT:`โครงการ`,DOCUMENT:`เอกสาร`},relations:{CHAIRED:{out:`เป็นประธาน`,in:`ประธาน`},ATTENDED:{out:`เข้าร่วม`,in:`ผู้เข้าร่วม`},SPOKE_AT:{out:`กล่าวใน`,in:`ผู้กล่าว`},ORGANIZED:{out:`จัด`,in:`ผู้จัด`},HELD_AT:{out:`จัดที่`,in:`การประชุมที่จัดที่นี่`},PARTY_TO:{out:`เป็นคู่ภาคีใน`,in:`คู่ภาคี`},SIGNED:{out:`ลงนาม`,in:`ผู้ลงนาม`},WITNESSED:{out:`เป็นสักขีพยาน`,in:`สักขีพยาน`},SIGNED_AT:{out:`ลงนามในงาน`,in:`ความตกลงที่ลงนามในงาน`},HOLDS:{out:`ดำรงตำแหน่ง`,in:`ผู้ดำรงตำแหน่ง`},POST_IN:{out:`ตำแหน่งใน`,in:`ตำแหน่ง`},EX_OFFICIO:{out:`เป็นโดยตำแหน่ง`,in:`ผู้เป็นโดยตำแหน่ง`},MEMBER_OF:{out:`เป็นสมาชิกของ`,in:`สมาชิก`},PART_OF:{out:`สังกัด`,in:`หน่วยงานในสังกัด`},LOCATED_IN:{out:`ตั้งอยู่ใน`,in:`ตั้งอยู่ที่นี่`},FINANCES:{out:`สนับสนุนเงินแก่`,in:`ผู้สนับสนุนเงิน`},RESPONSIBLE_FOR:{out:`รับผิดชอบ`,in:`ผู้รับผิดชอบ`},CERTIFIED:{out:`รับรอง`,in:`ผู้รับรอง`},ABOUT:{out:`เกี่ยวกับ`,in:`เป็นเรื่องของ`}},more:`เพิ่มเติม`,less:`ย่อ`,close:`ปิด`,retry:`ลองอีกครั้ง`,next:`หน้าถัดไป`,previous:`หน้าก่อน`,loading:`กำลังโหลด…`,yes:`ใช่`,no:`ไม่`,unknown:`ไม่ทราบ`,entity:{names:`ชื่อ`,offices:`ตำแหน่งตามเวลา`,relations:`ความสัมพันธ์`,timeline:`เส้นเวลา`,met:`พบกันบ่อยที่สุด`,documents:`เอกสาร`,identifiers:`รหัส`,asOf:`ณ วันที่`,asOfClear:`ทุกเวลา`,asOfHint:`แสดงข้อเท็จจริงที่ทราบว่าเป็นจริงในวันนั้น ไม่รวมข้อเท็จจริงที่ไม่มีวันที่`,facts:e=>`${e} ข้อเท็จจริง`,mentioned:e=>`กล่าวถึงในเอกสารอิสระ ${e} ฉบับ`,graph:`กราฟ`,path:`ความเชื่อมโยงจากที่นี่`,csv:`CSV`,cite:`อ้างอิง`,query:`คำสั่งสืบค้นที่ใช้`,undated:`ไม่มีวันที่`,noFacts:`ไม่ทราบข้อเท็จจริงใด`,noFactsThen:`ไม่มีข้อเท็จจริงที่ทราบว่าเป็นจริงในวันนั้น`,meetings:e=>`${e} การประชุม`,redirected:`รหัสนี้ถูกรวมเข้ากับรายการที่แสดงอยู่`,notFound:`ไม่มีรายการที่มีรหัสนี้`,notFoundHint:`อาจอยู่ในกราฟอื่น หรือเอกสารถูกถอนแล้ว ลองค้นหาด้วยชื่อ`,status:`สถานะ`,type:`ประเภท`,date:`วันที่`,amount:`จำนวนเงิน`,budget:`งบประมาณ`,series:`ชุดการประชุม`,titles:`คำนำหน้าและยศ`,description:`คำอธิบาย`,all:`แสดงทั้งหมด`},fact:{evidence:`หลักฐาน`,open:(e,t)=>`${e}: ${t}`,confidence:`ความเชื่อมั่น`,confidenceHint:`สัดส่วนของข้อเท็จจริงทำนองนี้ที่คาดว่าถูกต้อง วัดจากเอกสารที่กันไว้ทดสอบ`,status:`สถานะ`,sources:e=>`แหล่งอิสระ ${e} แหล่ง`,oneSource:`แหล่งเดียว`,original:`ข่าวต้นฉบับ`,context:`ข่าวฉบับเต็ม`,extractor:`อ่านโดย`,copy:`คัดลอก`,copied:`คัดลอกแล้ว`,quote:`ข้อความ`,validFrom:`ตั้งแต่`,validTo:`ถึง`,observed:`พบเมื่อ`,onBehalfOf:`ในนามของ`,role:`บทบาท`,capacity:`ลงนามในฐานะ`,missing:`ไม่มีข้อเท็จจริงนี้แล้ว`,citation:`การอ้างอิง`,recorded:`บันทึกเมื่อ`},factStatus:{EXTRACTED:`อ่านโดยเครื่อง`,CONFIRMED:`ยืนยันโดยคน`,DISPUTED:`มีข้อโต้แย้ง`,REJECTED:`ถูกปฏิเสธ`},meetingStatus:{PLANNED:`มีกำหนด`,HELD:`จัดแล้ว`,CANCELLED:`ยกเลิก`},document:{text:`เนื้อหา`,facts:`สิ่งที่เอกสารบอก`,entities:`ผู้และสิ่งที่กล่าวถึง`,original:`ต้นฉบับ`,published:`เผยแพร่`,copyOf:`สำเนาเผยแพร่ซ้ำของ`,hash:`SHA-256 ของเนื้อหา`,notFound:`ไม่มีเอกสารที่มีรหัสนี้`},errors:{NETWORK:[`เซิร์ฟเวอร์ไม่ตอบ`,`ตรวจสอบว่าเซิร์ฟเวอร์ทำงานและเชื่อมต่ออยู่ แล้วลองอีกครั้ง`],UNAVAILABLE:[`คลังข้อมูลยังไม่ตอบในขณะนี้`,`ไม่มีสิ่งใดสูญหาย ลองอีกครั้งในอีกสักครู่`],TIMEOUT:[`คำถามใช้เวลานานเกินไปจึงถูกหยุด`,`ถามให้แคบลง: จำนวนทอด ความสัมพันธ์ หรือช่วงเวลาที่น้อยลง`],COST_LIMIT:[`คำถามนี้ต้องอ่านกราฟมากเกินไป`,`ถามให้แคบลง: จำนวนทอด แถว หรือความสัมพันธ์ที่น้อยลง`],BAD_USER_INPUT:[`เซิร์ฟเวอร์ไม่เข้าใจบางส่วนของที่อยู่นี้`,`ตรวจสอบสิ่งที่พิมพ์ หรือย้อนกลับ`],NOT_FOUND:[`ไม่มีสิ่งนี้`,`อาจถูกถอนแล้ว ลองค้นหาด้วยชื่อ`],UNAUTHENTICATED:[`ต้องใช้โทเค็น`,`ขอจากผู้ดูแลเซิร์ฟเวอร์: mueang token create`],FORBIDDEN:[`โทเค็นของคุณไม่มีสิทธิ์นี้`,`ขอโทเค็นที่มีสิทธิ์จากผู้ดูแลเซิร์ฟเวอร์`],INTERNAL:[`เกิดข้อผิดพลาดในเซิร์ฟเวอร์`,`บันทึกของเซิร์ฟเวอร์มีรายละเอียดใต้รหัสที่แสดง ลองอีกครั้งหรือแจ้งปัญหา`]},path:{title:`สองสิ่งนี้เชื่อมโยงกันอย่างไร`,from:`จาก`,to:`ถึง`,max:`ไม่เกินกี่ทอด`,relations:`เฉพาะความสัมพันธ์เหล่านี้`,begin:`เลือกบุคคล องค์กร สถานที่ การประชุม หรือความตกลงสองรายการ`,none:e=>`ไม่มีความเชื่อมโยงภายใน ${e} ทอด`,noneHint:`ลองลดตัวกรองความสัมพันธ์หรือวันที่ หรือเลือกรายการอื่น`,longer:e=>`ค้นหา ${e} ทอด`,hops:e=>`${e} ทอด`,together:`ทราบว่าเป็นจริงพร้อมกัน`},timeline:{about:`เฉพาะที่เกี่ยวข้องกับ`,from:`ตั้งแต่`,to:`ถึง`,none:`ไม่ทราบสิ่งใดที่มีวันที่`,noneHint:`ลองลดตัวกรองหรือเลือกช่วงเวลาอื่น`},stats:{meetings:`การประชุมตามปี`,agreements:`ความตกลงตามปี`,organizers:`การประชุมตามผู้จัด`,parties:`ความตกลงตามคู่ภาคี`,countries:`การประชุมในประเทศและความตกลงกับประเทศต่าง ๆ`,relations:`ข้อเท็จจริงตามความสัมพันธ์`,none:`ไม่มีสิ่งที่จะนับ`,without:e=>`อีก ${e} รายการไม่มีข้อมูลนี้`},graph:{add:`เพิ่มในภาพ`,begin:`เลือกสิ่งที่จะเริ่มต้นในภาพ`,nearer:`ใกล้ขึ้น`,farther:`ไกลขึ้น`,fit:`พอดีกรอบ`,undo:`เลิกทำ`,undone:`เลิกทำแล้ว`,table:`ไปที่ตาราง`,legend:`คำอธิบายและตัวกรอง`,facts:`ข้อเท็จจริงที่แสดง`,nodes:`รายการที่แสดง`,expand:`เพิ่มเพื่อนบ้าน`,more:(e,t)=>`เพิ่ม ${e} จากที่เหลือ ${t}`,moreThan:(e,t)=>`เพิ่ม ${e} จากที่เหลือมากกว่า ${t}`,pin:`ปักหมุด`,hide:`ซ่อน`,slide:`เลื่อนไปยังเดือน`,always:`ทุกวัน`,added:e=>`เพิ่ม ${e} รายการ`,shown:(e,t)=>`แสดง ${e} รายการ และข้อเท็จจริง ${t} ข้อ`,cut:e=>`แสดงเพียง ${e} รายการ เพราะมากกว่านี้จะอ่านไม่ได้ ลองซ่อนหรือกรอง`,dashed:`เส้นประ: มีกำหนด เสนอ ยังไม่ลงนาม หรือมีข้อโต้แย้ง เส้นยิ่งหนายิ่งมีข้อเท็จจริงมาก`,label:(e,t)=>`ภาพของ ${e} รายการ และความเชื่อมโยง ${t} เส้น ตารางด้านล่างมีข้อมูลเดียวกัน`,keys:`คลิกเพื่อเลือก ดับเบิลคลิกหรือ Enter เพื่อเพิ่มเพื่อนบ้าน ปุ่มในภาพ: ลูกศรเลือก e หลักฐาน p ปักหมุด Delete ซ่อน Ctrl+Z เลิกทำ + − 0 ย่อขยาย t ตาราง`},membership:{MEMBER:`สมาชิก`,PROPOSED:`ได้รับการเสนอ`},ask:{begin:`เลือกคำถาม แล้วเติมช่องว่างในหน้าถัดไป`,others:`คำถามอื่น`,none:`กราฟไม่ทราบคำตอบ`,noneHint:`สิ่งที่ไม่มีข่าวใดที่โหลดไว้กล่าวถึงย่อมไม่ทราบ เลือกรายการอื่น หรือดูว่ามีอะไรโหลดไว้ที่หน้าแรก`,go:`ถาม`,graphiql:`เปิดใน GraphiQL`},places:{title:`สถานที่จัดการประชุม`,thailand:`จังหวัดของไทย`,region:`อาเซียนและใกล้เคียง`,label:`แผนที่สถานที่จัดการประชุม ตารางข้างกันมีข้อมูลเดียวกัน`,none:`ไม่ทราบสถานที่จัดการประชุมใด`,without:`ไม่อยู่ในเขตใดของแผนที่เท่าที่ทราบ`,total:(e,t,n)=>`มีข้อเท็จจริง ${e} ข้อบอกสถานที่จัดการประชุม: ${t} ข้ออยู่ในเขตของแผนที่ ${n} ข้อไม่อยู่`},home:{examples:`ลองดู`,coverage:`มีอะไรอยู่บ้าง`,documents:e=>`ข่าว ${e} ฉบับ`,of:`จาก`,facts:e=>`ข้อเท็จจริง ${e} ข้อ`,entities:e=>`บุคคลและสิ่งต่าง ๆ ${e} รายการ`,publishers:`ผู้เผยแพร่`,gaps:`เดือนที่ไม่มีข่าว`,empty:`กราฟยังว่างอยู่`,emptyHint:`โหลดข่าวด้วยคำสั่ง: mueang load PATH`,snapshot:`สถานะข้อมูล`,questions:`คำถาม`}}};function ln(){let e=new URLSearchParams(location.search).get(`hl`);if(e===`th`||e===`en`)return e;let t=localStorage.getItem(`language`);return t===`th`||t===`en`?t:navigator.language.startsWith(`th`)?`th`:`en`}var X=zt(ln()),Z=()=>cn[X.value];function un(e){X.value=e,localStorage.setItem(`language`,e),document.documentElement.lang=e}document.documentElement.lang=X.value;var dn=e=>e.toLocaleString(X.value===`th`?`th-TH`:`en-GB`),fn=Symbol.for(`pv`),pn=0;Array.isArray;function Q(t,n,r,i,a,o){n||={};var s,c,l=n;if(`ref`in l&&typeof t!=`function`)for(c in l={},n)c==`ref`?s=n[c]:l[c]=n[c];var u={type:t,props:l,key:r,ref:s,__k:null,__:null,__b:0,__e:null,__c:null,constructor:fn,__v:--pn,__i:-1,__u:0};return(a||o)&&(u.__source=a,u.__self=o),e.vnode&&e.vnode(u),u}function mn({kind:e,quiet:t}){let n=wt(e);return Q(`svg`,{class:`mark ${n}`,viewBox:`0 0 16 16`,width:`16`,height:`16`,role:t?void 0:`img`,"aria-hidden":t,"aria-label":t?void 0:Z().kinds[e],children:Q(`path`,{d:Tt[n]})})}var hn=/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g,gn=e=>e.replace(hn,e=>`⟦${e.charCodeAt(0).toString(16).toUpperCase().padStart(4,`0`)}⟧`);function _n(e,t){let n=[...gn(e)];return n.length<=t?n.join(``):n.slice(0,t-1).join(``)+`…`}function vn(e,t,n,r){let i=r?e.split(/(?<=\s)/):[...new Intl.Segmenter(n,{granularity:`word`}).segment(e)].map(e=>e.segment),a=[``];for(let e of i){let n=a[a.length-1];n&&[...n].length+[...e].length>t?a.push(e.trimStart()):a[a.length-1]=n+e}return a.map(e=>e.trimEnd()).filter(Boolean).join(`
`)}function yn({text:e}){return Q(`bdi`,{children:gn(e).split(` `).filter(Boolean).map((e,t)=>Q(C,{children:[t>0&&` `,Q(`span`,{class:[...e].length>bn?void 0:`token`,children:e})]}))})}var bn=24,xn=_t(`
  query Suggest($text: String!, $kinds: [EntityKind!]) {
    search(text: $text, kinds: $kinds, first: 8) {
      edges { highlight node { __typename id ... on Entity { ...Label } ... on Document { title } } }
    }
  }
`);function Sn({text:e=``,label:t,big:n,kinds:r,choose:i}){let a=Z(),o=Ae(),{route:s}=Ze(),[c,l]=R(e),[u,d]=R(null),[f,p]=R(-1),m=B(null),h=u!==null&&u.length>0;z(()=>l(e),[e]),z(()=>{let t=c.trim();if(!t||t===e||document.activeElement!==m.current){d(null);return}let n=new AbortController,i=setTimeout(()=>{ft(xn,{text:t,kinds:r??null},{signal:n.signal}).then(e=>{d(e.search.edges),p(-1)},()=>d(null))},120);return()=>{clearTimeout(i),n.abort()}},[c]);let g=t=>{d(null),i?(l(e),i(t.node.id,t.highlight)):s(G(Et(t.node)))};return Q(`form`,{role:i?void 0:`search`,"aria-label":i?void 0:n?a.search.label:a.search.short,class:n?`searchbox big`:`searchbox`,action:`/search`,onSubmit:e=>{e.preventDefault();let t=u?.[f]??(i?u?.[0]:void 0);t?g(t):!i&&c.trim()&&(d(null),s(G(`/search`,{q:c.trim()})))},children:[Q(`label`,{for:o,class:t?void 0:`unseen`,children:t??a.search.label}),Q(`div`,{class:`field`,children:[Q(`input`,{ref:m,id:o,name:`q`,type:`text`,inputMode:`search`,enterkeyhint:`search`,value:c,autocomplete:`off`,spellcheck:!1,maxLength:200,placeholder:t?void 0:n?a.search.label:a.search.short,"data-main":n||void 0,role:`combobox`,"aria-expanded":h,"aria-controls":`${o}-list`,"aria-autocomplete":`list`,"aria-activedescendant":f>=0?`${o}-${f}`:void 0,onInput:e=>l(e.currentTarget.value),onKeyDown:e=>{if(!h)return;let t={ArrowDown:1,ArrowUp:-1}[e.key];t?(e.preventDefault(),p(e=>(e+t+u.length+1)%(u.length+1)===u.length?-1:(e+t+u.length+1)%(u.length+1))):e.key===`Escape`&&(e.stopPropagation(),d(null))},onBlur:()=>setTimeout(()=>d(null),150)}),!i&&Q(`button`,{type:`submit`,children:a.search.go})]}),Q(`ul`,{id:`${o}-list`,role:`listbox`,"aria-label":a.search.short,hidden:!h,children:u?.map((e,t)=>Q(`li`,{id:`${o}-${t}`,role:`option`,"aria-selected":t===f,onMouseDown:t=>{t.preventDefault(),g(e)},children:[Q(mn,{kind:`kind`in e.node?e.node.kind:`DOCUMENT`}),` `,Q(yn,{text:e.highlight}),`name`in e.node&&e.node.name&&e.node.name!==e.highlight&&Q(`span`,{class:`small`,children:[` `,Q(yn,{text:e.node.name})]})]}))}),Q(`p`,{class:`unseen`,role:`status`,children:u&&a.search.suggestions(u.length)})]})}var Cn=localStorage.getItem(`theme`),wn=zt(Cn===`light`||Cn===`dark`?Cn:`system`);Jt(()=>{wn.value===`system`?(localStorage.removeItem(`theme`),delete document.documentElement.dataset.theme):(localStorage.setItem(`theme`,wn.value),document.documentElement.dataset.theme=wn.value)});var Tn=[`graph`,`path`,`timeline`,`places`,`stats`,`ask`];function En({children:e}){let t=Z(),n=yt(),r=B(null),i=`/`+(n.path.split(`/`)[1]??``),a=X.value===`th`?`en`:`th`;return z(()=>{let e=n.get(`hl`);(e===`th`||e===`en`)&&e!==X.value&&un(e)},[n.get(`hl`)]),z(()=>{let e=e=>{e.key!==`/`||e.ctrlKey||e.metaKey||e.altKey||e.target.closest(`input, textarea, select, [contenteditable]`)||(e.preventDefault(),(document.querySelector(`[data-main]`)??document.querySelector(`header input`))?.focus())};return addEventListener(`keydown`,e),()=>removeEventListener(`keydown`,e)},[]),Q(C,{children:[Q(`a`,{class:`skip`,href:`#main`,onClick:e=>{e.preventDefault(),r.current?.focus()},children:t.skip}),Q(`header`,{children:[Q(`a`,{class:`brand`,href:G(`/`),"aria-current":i===`/`?`page`:void 0,children:[Q(`img`,{src:`/mark.svg`,alt:``,width:`28`,height:`28`}),` `,Q(`span`,{children:t.name})]}),i!==`/`&&Q(Sn,{text:i===`/search`?n.get(`q`):``}),Q(`nav`,{"aria-label":t.nav.main,children:Q(`ul`,{children:[Tn.map(e=>Q(`li`,{children:Q(`a`,{href:G(`/`+e),"aria-current":i===`/`+e?`page`:void 0,children:t.nav[e]})})),Q(`li`,{children:Q(`a`,{href:`/graphiql`,target:`_self`,children:t.nav.api})})]})}),Q(`div`,{class:`settings`,children:[Q(`button`,{type:`button`,lang:a,onClick:()=>{un(a),n.go({hl:a},!0)},children:t.otherLanguage}),Q(`label`,{class:`unseen`,for:`theme`,children:t.theme.label}),Q(`select`,{id:`theme`,value:wn.value,onChange:e=>wn.value=e.currentTarget.value,children:[Q(`option`,{value:`system`,children:t.theme.system}),Q(`option`,{value:`light`,children:t.theme.light}),Q(`option`,{value:`dark`,children:t.theme.dark})]})]})]}),Q(`main`,{id:`main`,ref:r,tabIndex:-1,children:e})]})}function Dn({error:e,again:t}){let n=Z(),[r,i]=n.errors[e.code]??n.errors.INTERNAL;return Q(`div`,{class:`note failure`,role:`alert`,children:[Q(`strong`,{children:r}),Q(`p`,{children:i}),e.message&&Q(`p`,{class:`small`,lang:`en`,children:[e.code,`: `,gn(e.message),e.id&&` (${e.id})`]}),t&&Q(`button`,{type:`button`,onClick:t,children:n.retry})]})}function On({title:e,page:t,children:n}){return Q(`div`,{class:`note`,children:[Q(t?`h1`:`strong`,{children:e}),n]})}function kn({answer:e,children:t}){return e.state===`failed`?Q(Dn,{error:e.error,again:e.again}):e.data===void 0?Q(`p`,{class:`waiting`,role:`status`,children:Z().loading}):Q(`div`,{class:e.state===`waiting`?`stale`:void 0,"aria-busy":e.state===`waiting`,children:t(e.data)})}function An(e,t){let n=t&&JSON.stringify(t),[r,i]=R(0),[a,o]=R({document:e,key:null}),s=()=>i(e=>e+1),c=t?dt(e,t):void 0;z(()=>{if(!t||c!==void 0&&r===0)return;let i=new AbortController;return ft(e,t,{signal:i.signal}).then(t=>o({document:e,key:n,data:t}),t=>{i.signal.aborted||o({document:e,key:n,error:t instanceof U?t:new U(`INTERNAL`,String(t))})}),()=>i.abort()},[e,n,r]);let l=a.document===e?a:void 0,u=l?.key===n?l:void 0;if(u?.error)return{state:`failed`,data:c,error:u.error,again:s};let d=u?.data??c;return d===void 0?{state:`waiting`,data:l?.data,again:s}:{state:`here`,data:d,again:s}}function jn(e){z(()=>{document.title=e?`${_n(e,200)} – ${Z().name}`:Z().name},[e,Z().name])}var Mn={th:`th-TH-u-ca-gregory`,en:`en-GB`},Nn=543,Pn=e=>e.split(`-`).map(Number);function Fn(e,t,n){let[r=0,i,a]=Pn(e);if(i===void 0)return n(r);let o=new Intl.DateTimeFormat(Mn[t],{month:`short`,timeZone:`UTC`}).format(new Date(Date.UTC(r,i-1,1)));return(a===void 0?``:a+` `)+o+` `+n(r)}var In=e=>Fn(e,`th`,t=>(Pn(e).length===1?`พ.ศ. `:``)+(t+Nn)),Ln=e=>Fn(e,`en`,String);function Rn(e,t){return(t===`th`?[In(e),Ln(e)]:[Ln(e),In(e)]).join(` · `)}var zn=(e,t)=>t===`th`?In(e):Ln(e),Bn=e=>(e+`-01-01`).slice(0,10),Vn=(e,t)=>t===`th`?`${e+Nn} (${e})`:String(e);function Hn({value:e,brief:t}){return e?Q(`time`,{dateTime:e,children:t?zn(e,X.value):Rn(e,X.value)}):null}var Un=_t(`
  query Coverage {
    statistics { documents entities { kind count } relations { count } snapshot { id recordedAt } }
    coverage { publishers { publisher documents months { month } } gaps { publisher from to } }
  }
`),Wn=[`ดีป้า`,`พุทธิพงษ์ ปุณณกันต์`,`ASEAN Smart Cities Network`,`ภูเก็ต`,`MoU`];function Gn(){let e=Z();jn(``);let t=An(Un,{});return St(yt(),t.state!==`waiting`),Q(`div`,{class:`home`,children:[Q(`h1`,{children:e.name}),Q(`p`,{class:`motto`,children:e.motto}),Q(Sn,{big:!0}),Q(`p`,{class:`examples`,children:[e.home.examples,`: `,Wn.map(e=>Q(`a`,{href:G(`/search`,{q:e}),children:e},e))]}),Q(kn,{answer:t,children:({statistics:t,coverage:n})=>t.documents===0?Q(On,{title:e.home.empty,children:Q(`p`,{children:Q(`code`,{children:e.home.emptyHint})})}):Q(`section`,{"aria-labelledby":`coverage`,children:[Q(`h2`,{id:`coverage`,children:e.home.coverage}),Q(`ul`,{class:`figures`,children:[Q(`li`,{children:[Q(`strong`,{children:dn(t.documents)}),` `,e.home.documents(``).trim()]}),Q(`li`,{children:[Q(`strong`,{children:dn(Kn(t.entities))}),` `,e.home.entities(``).trim()]}),Q(`li`,{children:[Q(`strong`,{children:dn(Kn(t.relations))}),` `,e.home.facts(``).trim()]})]}),Q(`ul`,{class:`chips`,children:t.entities.filter(e=>e.count>0).map(t=>Q(`li`,{children:Q(`a`,{href:G(`/search`,{kind:t.kind}),children:[Q(mn,{kind:t.kind,quiet:!0}),` `,e.kinds[t.kind],` `,Q(`span`,{class:`count`,children:dn(t.count)})]})},t.kind))}),Q(`table`,{children:[Q(`caption`,{children:e.home.publishers}),Q(`tbody`,{children:n.publishers.slice(0,12).map(t=>{let n=t.months.map(e=>e.month).filter(e=>e!=null).sort();return Q(`tr`,{children:[Q(`th`,{scope:`row`,children:Q(yn,{text:t.publisher??e.unknown})}),Q(`td`,{class:`number`,children:e.home.documents(dn(t.documents))}),Q(`td`,{children:n.length>0&&Q(C,{children:[Q(Hn,{value:n[0],brief:!0}),` – `,Q(Hn,{value:n.at(-1),brief:!0})]})})]},t.publisher)})})]}),t.snapshot&&Q(`p`,{class:`small`,children:[e.home.snapshot,`: `,Q(`code`,{children:t.snapshot.id})]})]})})]})}var Kn=e=>e.reduce((e,t)=>e+t.count,0),$=e=>$e(()=>e().catch(()=>qn)),qn=()=>Q(Dn,{error:new U(`NETWORK`,``),again:()=>location.reload()}),Jn=$(()=>H(()=>import(`./search-DYiK3rrX.js`).then(e=>e.Search),__vite__mapDeps([0,1]))),Yn=$(()=>H(()=>import(`./entity--h1dxWg4.js`).then(e=>e.EntityPage),__vite__mapDeps([2,3,1,4]))),Xn=$(()=>H(()=>import(`./document-CuN2u9tY.js`).then(e=>e.DocumentPage),__vite__mapDeps([5,3,1]))),Zn=$(()=>H(()=>import(`./path-BLkZuBs-.js`).then(e=>e.PathPage),__vite__mapDeps([6,1,3,7]))),Qn=$(()=>H(()=>import(`./timeline-6Y4w3nuf.js`).then(e=>e.TimelinePage),__vite__mapDeps([8,1,7]))),$n=$(()=>H(()=>import(`./stats-4105miwq.js`).then(e=>e.Stats_),__vite__mapDeps([9,1,7]))),er=$(()=>H(()=>import(`./graph-BsF8s6OW.js`).then(e=>e.GraphPage),__vite__mapDeps([10,1,3,7]))),tr=$(()=>H(()=>import(`./ask-DBgfd-vb.js`).then(e=>e.Ask),__vite__mapDeps([11,1,3,7,4]))),nr=$(()=>H(()=>import(`./places-9M7L_zla.js`).then(e=>e.PlacesPage),__vite__mapDeps([12,1]))),rr=$(()=>H(()=>import(`./missing-5ovj72UK.js`).then(e=>e.Missing),[]));function ir(){return Q(We,{scope:/^(?!\/graphi?ql)/,children:Q(En,{children:Q(tt,{children:Q(Ke,{children:[Q(V,{path:`/`,component:Gn}),Q(V,{path:`/search`,component:Jn}),Q(V,{path:`/e/:id`,component:Yn}),Q(V,{path:`/doc/:id`,component:Xn}),Q(V,{path:`/path`,component:Zn}),Q(V,{path:`/timeline`,component:Qn}),Q(V,{path:`/stats`,component:$n}),Q(V,{path:`/graph`,component:er}),Q(V,{path:`/ask`,component:tr}),Q(V,{path:`/ask/:question`,component:tr}),Q(V,{path:`/places`,component:nr}),Q(V,{default:!0,component:rr})]})})})})}de(Q(ir,{}),document.getElementById(`app`));export{H as A,Et as C,_t as D,St as E,C as F,B as M,R as N,U as O,Oe as P,Tt as S,yt as T,Q as _,jn as a,Z as b,On as c,Sn as d,yn as f,mn as g,vn as h,Vn as i,z as j,ft as k,kn as l,gn as m,Bn as n,An as o,_n as p,zn as r,Dn as s,Hn as t,wn as u,X as v,G as w,wt as x,dn as y};