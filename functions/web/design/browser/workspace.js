// Built from in-browser.js and @amazon-connect/app (Apache-2.0) by npm run workspace:build.
"use strict";(()=>{var N;function Q(o){if(N)throw new Error("Global Provider is already set");N=o}function g(o){if(!N)throw new Error(o??"Attempted to get Global AmazonConnectProvider that has not b\
een set.");return N}var f=class o extends Error{constructor({reason:e,namespace:t,errorKey:r,details:n}){super(`ConnectE\
rror with error key "${r}"`),this.errorType=o.ErrorType,this.namespace=t,this.errorKey=r,this.reason=
e,this.details=n??{}}};f.ErrorType="ConnectError";function v(o){try{return structuredClone(o)}catch{try{return JSON.parse(JSON.stringify(o))}catch(t){
throw new f({errorKey:"deepCloneFailed",details:{actualError:t}})}}}var x=class{constructor({provider:e,loggerKey:t}){this.events=new Map,this.logger=new l({provider:e,
source:"emitter",mixin:()=>({emitterLoggerKey:t})})}on(e,t){let r=this.events.get(e);r?r.add(t):this.
events.set(e,new Set([t]))}off(e,t){let r=this.events.get(e);r&&(r.delete(t),r.size<1&&this.events.delete(
e))}getHandlers(e){var t;return Array.from((t=this.events.get(e))!==null&&t!==void 0?t:[])}};var te=function(o,e,t,r){function n(s){return s instanceof t?s:new t(function(i){i(s)})}return new(t||
(t=Promise))(function(s,i){function c(a){try{d(r.next(a))}catch(p){i(p)}}function u(a){try{d(r.throw(
a))}catch(p){i(p)}}function d(a){a.done?s(a.value):n(a.value).then(c,u)}d((r=r.apply(o,e||[])).next())})},
T=class extends x{emit(e,t){return te(this,void 0,void 0,function*(){let r=this.getHandlers(e);yield Promise.
allSettled(r.map(n=>te(this,void 0,void 0,function*(){try{yield n(t)}catch(s){this.logger.error("An \
error occurred when invoking event handler",{error:s,parameter:e})}})))})}};function G(o){let e=new Uint8Array(Math.ceil(o/2));return crypto.getRandomValues(e),Array.from(e,t=>t.
toString(16).padStart(2,"0")).join("").substring(0,o)}function b(){return"randomUUID"in crypto?crypto.
randomUUID():"10000000-1000-4000-8000-100000000000".replace(/[018]/g,o=>{let e=parseInt(o);return(e^
crypto.getRandomValues(new Uint8Array(1))[0]&15>>e/4).toString(16)})}function _(o,e){return{request:(t,r)=>o.request(e,t,r),subscribe:(t,r)=>o.subscribe(Object.assign(Object.
assign({},t),{namespace:e}),r),unsubscribe:(t,r)=>o.unsubscribe(Object.assign(Object.assign({},t),{namespace:e}),
r),getProxyInfo:()=>({connectionStatus:o.connectionStatus,proxyType:o.proxyType}),onConnectionStatusChange:t=>o.
onConnectionStatusChange(t),offConnectionStatusChange:t=>o.offConnectionStatusChange(t)}}var B=class{constructor(){this.idsByHandler=new Map,this.handlersById=new Map}add(e){let t=this.idsByHandler.
get(e);if(t)return{handlerId:t};let r=b();return this.idsByHandler.set(e,r),this.handlersById.set(r,
e),{handlerId:r}}getIdByHandler(e){var t;return(t=this.idsByHandler.get(e))!==null&&t!==void 0?t:null}getHandlerById(e){
var t;return(t=this.handlersById.get(e))!==null&&t!==void 0?t:null}get(){return[...this.idsByHandler.
entries()].map(([e,t])=>({handler:e,handlerId:t}))}delete(e){let t=this.idsByHandler.get(e);return t&&
this.handlersById.delete(t),this.idsByHandler.delete(e),{isEmpty:this.idsByHandler.size<1}}size(){return this.
idsByHandler.size}};var C=class{constructor(){this.simpleSubscriptions=new Map,this.paramSubscriptions=new Map}add({namespace:e,
key:t,parameter:r},n){var s,i,c,u,d;if(r){if(!this.paramSubscriptions.has(e)){this.paramSubscriptions.
set(e,new Map([[t,new Map([[r,n]])]]));return}if(!(!((s=this.paramSubscriptions.get(e))===null||s===
void 0)&&s.has(t))){(i=this.paramSubscriptions.get(e))===null||i===void 0||i.set(t,new Map([[r,n]]));
return}(u=(c=this.paramSubscriptions.get(e))===null||c===void 0?void 0:c.get(t))===null||u===void 0||
u.set(r,n)}else if(this.simpleSubscriptions.has(e))(d=this.simpleSubscriptions.get(e))===null||d===void 0||
d.set(t,n);else{this.simpleSubscriptions.set(e,new Map([[t,n]]));return}}delete({namespace:e,key:t,parameter:r}){
var n,s,i,c;r?!((s=(n=this.paramSubscriptions.get(e))===null||n===void 0?void 0:n.get(t))===null||s===
void 0)&&s.delete(r)&&this.paramSubscriptions.get(e).get(t).size<1&&((i=this.paramSubscriptions.get(
e))===null||i===void 0||i.delete(t),this.paramSubscriptions.get(e).size<1&&this.paramSubscriptions.delete(
e)):!((c=this.simpleSubscriptions.get(e))===null||c===void 0)&&c.delete(t)&&this.simpleSubscriptions.
get(e).size<1&&this.simpleSubscriptions.delete(e)}get({namespace:e,key:t,parameter:r}){var n,s,i;return r?
(i=(s=this.paramSubscriptions.get(e))===null||s===void 0?void 0:s.get(t))===null||i===void 0?void 0:
i.get(r):(n=this.simpleSubscriptions.get(e))===null||n===void 0?void 0:n.get(t)}getOrAdd(e,t){let r=this.
get(e);return r||(r=t(),this.add(e,r)),r}addOrUpdate(e,t,r){let n=this.get(e);return n?n=r(n):n=t(),
this.add(e,n),n}getAllSubscriptions(){let e=Array.from(this.simpleSubscriptions.keys()).flatMap(r=>Array.
from(this.simpleSubscriptions.get(r).keys()).flatMap(n=>({namespace:r,key:n}))),t=Array.from(this.paramSubscriptions.
keys()).flatMap(r=>Array.from(this.paramSubscriptions.get(r).keys()).flatMap(n=>Array.from(this.paramSubscriptions.
get(r).get(n).keys()).flatMap(s=>({namespace:r,key:n,parameter:s}))));return[...e,...t]}};var A=class{constructor(){this.subscriptions=new C}add(e,t){return this.subscriptions.getOrAdd(e,()=>new B).
add(t)}get(e){var t,r;return(r=(t=this.subscriptions.get(e))===null||t===void 0?void 0:t.get())!==null&&
r!==void 0?r:[]}getById(e,t){var r,n;return(n=(r=this.subscriptions.get(e))===null||r===void 0?void 0:
r.getHandlerById(t))!==null&&n!==void 0?n:null}delete(e,t){var r,n;(n=(r=this.subscriptions.get(e))===
null||r===void 0?void 0:r.delete(t).isEmpty)!==null&&n!==void 0&&n&&this.subscriptions.delete(e)}size(e){
var t,r;return(r=(t=this.subscriptions.get(e))===null||t===void 0?void 0:t.size())!==null&&r!==void 0?
r:0}isEmpty(e){return this.size(e)===0}getAllSubscriptions(){return this.subscriptions.getAllSubscriptions()}getAllSubscriptionHandlerIds(){
return this.subscriptions.getAllSubscriptions().reduce((e,t)=>e.concat(this.get(t).map(({handlerId:r})=>({
topic:t,handlerId:r}))),[])}};var O=class{constructor({sendMetric:e,metricName:t,metricOptions:r}){this.unit="Milliseconds",this.sendMetric=
e,this.startTime=performance.now(),this.metricName=t,this.dimensions=r?.dimensions?r.dimensions:{},this.
optionalDimensions=r?.optionalDimensions?r.optionalDimensions:{}}stopDurationCounter(){let e=Math.round(
performance.now()-this.startTime);return this.sendMetric({metricName:this.metricName,unit:this.unit,
value:e,dimensions:this.dimensions,optionalDimensions:this.optionalDimensions}),{duration:e}}};function re(o,e){if(Object.keys(o).length+Object.keys(e??{}).length>30)throw new Error("Cannot add m\
ore than 30 dimensions to a metric")}function V({metricData:o,time:e,namespace:t},r){var n,s;return{
type:"metric",namespace:t,metricName:o.metricName,unit:o.unit,value:o.value,time:e,dimensions:(n=o.dimensions)!==
null&&n!==void 0?n:{},optionalDimensions:(s=o.optionalDimensions)!==null&&s!==void 0?s:{},messageOrigin:r}}var M=class{constructor(e){var t;this._proxy=null,this.namespace=e.namespace,this.globalDimensions=(t=
e.globalDimensions)!==null&&t!==void 0?t:{},this.globalDimensionProvider=e.globalDimensionProvider,e.
provider&&typeof e.provider=="function"?this.providerFactory=e.provider:this.provider=e.provider}recordSuccess(e,t){
var r;let n=Object.assign({},(r=t?.dimensions)!==null&&r!==void 0?r:{}),s=Object.assign(Object.assign(
{},t),{dimensions:n});this.recordCount(e,0,s)}recordError(e,t){var r;let n=Object.assign({},(r=t?.dimensions)!==
null&&r!==void 0?r:{}),s=Object.assign(Object.assign({},t),{dimensions:n});this.recordCount(e,1,s)}recordCount(e,t,r){
this.sendMetric({metricName:e,unit:"Count",value:t,dimensions:r?.dimensions,optionalDimensions:r?.optionalDimensions})}startDurationCounter(e,t){
return new O({sendMetric:this.sendMetric.bind(this),metricName:e,metricOptions:t})}sendMetric({metricName:e,
unit:t,value:r,dimensions:n,optionalDimensions:s}){let i=this.globalDimensionProvider?this.globalDimensionProvider():
this.globalDimensions,c=Object.keys(i).length>0,u=s&&Object.keys(s).length>0,d=c||u?Object.assign(Object.
assign({},i),s):void 0;n&&re(n,d);let a={metricName:e,unit:t,value:r,dimensions:n,optionalDimensions:d},
p=new Date;this.getProxy().sendMetric({metricData:a,time:p,namespace:this.namespace})}getProvider(){
return this.provider||(this.provider=this.providerFactory?this.providerFactory():g()),this.provider}getProxy(){
return this._proxy||(this._proxy=this.getProvider().getProxy()),this._proxy}};var ue="clientTimeout";function F(o,e){let{namespace:t,command:r,data:n}=o;return{namespace:t,reason:"\
Client Timeout",details:{command:r,requestData:n,timeoutMs:e},errorKey:ue}}var pe=30*1e3;function ne(o,e,t,r){let n=Math.max(1,r??pe);return new Promise((s,i)=>{let c=!1,u=setTimeout(
()=>{t({timeoutMs:n,request:o}),i(F(o,n)),c=!0},n);e(a=>{clearTimeout(u),c||(a.isError?i(new f(a)):s(
a.data))})})}var E=class{constructor(e){this.requestMap=new Map,this.logger=new l({provider:e,source:"core.reques\
tManager"})}processRequest(e){let{requestId:t}=e;return ne(e,r=>this.requestMap.set(t,r),({request:r,
timeoutMs:n})=>this.handleTimeout(r,n))}processResponse(e){let{requestId:t}=e,r=this.requestMap.get(
t);if(!r){this.logger.error("Returned a response message with no handler",{message:e});return}r(e),this.
requestMap.delete(t)}handleTimeout(e,t){let{requestId:r,namespace:n,command:s}=e;this.requestMap.delete(
r),this.logger.error("Client request timeout",{requestId:r,namespace:n,command:s,timeoutMs:t})}};function $(o,e,t,r){let n=b();return{type:"request",namespace:o,command:e,requestId:n,data:t,messageOrigin:r}}var oe=function(o,e){var t={};for(var r in o)Object.prototype.hasOwnProperty.call(o,r)&&e.indexOf(r)<
0&&(t[r]=o[r]);if(o!=null&&typeof Object.getOwnPropertySymbols=="function")for(var n=0,r=Object.getOwnPropertySymbols(
o);n<r.length;n++)e.indexOf(r[n])<0&&Object.prototype.propertyIsEnumerable.call(o,r[n])&&(t[r[n]]=o[r[n]]);
return t};function H(o){try{switch(o.type){case"acknowledge":case"error":case"childConnectionClose":
return o;case"childDownstreamMessage":return Object.assign(Object.assign({},o),{message:H(o.message)});case"\
publish":{let{data:e}=o,t=oe(o,["data"]);return Object.assign({},t)}case"response":{if(o.isError)return Object.
assign(Object.assign({},o),{details:{command:o.details.command}});{let{data:e}=o,t=oe(o,["data"]);return Object.
assign({},t)}}default:return o}}catch(e){return{messageDetails:"error when sanitizing downstream mes\
sage",message:o,error:e}}}var q=class{constructor(e,t){this.provider=e,this.relayChildUpstreamMessage=t,this.channels=new Map,
this.logger=new l({provider:e,source:"childConnectionManager"})}addChannel(e){let{connectionId:t}=e;
if(this.channels.has(t)){this.logger.error("Attempted to add child connection that already exists. N\
o action",{connectionId:t});return}e.type==="iframe"?this.setupIframe(e):this.setupComponent(e),this.
logger.debug("Child channel added",{connectionId:t,type:e.type})}updateChannelPort(e){let{connectionId:t}=e,
r=this.channels.get(t);if(!r){this.logger.error("Attempted to update child connection that does not \
exist No action",{connectionId:t});return}if(r.type==="component"){this.logger.error("Attempted to u\
pdate a component channel connection as MessagePort. This is not supported.",{connectionId:t});return}
let n=r;n.port.onmessage=null,n.port.close();let s=Object.assign(Object.assign({},e),{type:"iframe"});
this.setupIframe(s),this.logger.info("Updated child port",{connectionId:t})}setupIframe(e){let{connectionId:t,
port:r,providerId:n}=e,s=this.createMessageHandler(t,n);r.addEventListener("message",s),r.start(),this.
channels.set(t,{type:"iframe",port:r,handler:s,providerId:n}),this.relayChildUpstreamMessage({type:"\
childUpstream",connectionId:t,sourceProviderId:n,parentProviderId:this.provider.id,message:{type:"ch\
ildConnectionReady"}})}setupComponent(e){let{connectionId:t,providerId:r,sendDownstreamMessage:n,setUpstreamMessageHandler:s}=e;
s(c=>{this.relayChildUpstreamMessage({type:"childUpstream",sourceProviderId:r,parentProviderId:this.
provider.id,connectionId:t,message:c})}),this.channels.set(t,{type:"component",providerId:r,sendDownstreamMessage:n,
setUpstreamMessageHandler:s}),this.relayChildUpstreamMessage({type:"childUpstream",connectionId:t,sourceProviderId:r,
parentProviderId:this.provider.id,message:{type:"childConnectionReady"}})}handleDownstreamMessage({connectionId:e,
message:t,targetProviderId:r}){let n=this.channels.get(e);if(!n){this.logger.warn("Attempted to rout\
e downstream message to child channel that does not exist",{connectionId:e,message:H(t)});return}let{
providerId:s}=n;if(s&&s!==r){this.logger.error("Downstream target message did not match target provi\
der id. Not sending message.",{connectionId:e,targetProviderId:r,actualProviderId:s,message:H(t)});return}
n.type==="iframe"?n.port.postMessage(t):n.sendDownstreamMessage(t)}handleCloseMessage({connectionId:e}){
let t=this.channels.get(e);if(!t){this.logger.warn("Attempted to close child channel that was not fo\
und",{connectionId:e});return}if(t.type==="iframe"){let{port:r,handler:n}=t;r.removeEventListener("m\
essage",n),r.close()}this.channels.delete(e),this.logger.debug("Removed child channel",{connectionId:e,
type:t.type})}createMessageHandler(e,t){return r=>this.relayChildUpstreamMessage({type:"childUpstrea\
m",sourceProviderId:t,parentProviderId:this.provider.id,connectionId:e,message:r.data})}};var j=class{constructor(e){this.errorHandlers=new Set,this.logger=new l({provider:e,source:"core.pro\
xy.error"})}invoke(e){let{message:t,key:r,details:n,isFatal:s,connectionStatus:i}=e;this.logger.error(
t,{key:r,details:n,isFatal:s,connectionStatus:i},{duplicateMessageToConsole:!0,remoteIgnore:!0}),[...this.
errorHandlers].forEach(c=>{try{c(e)}catch(u){this.logger.error("An error occurred within a AmazonCon\
nectErrorHandler",{handlerError:u,originalError:e})}})}onError(e){this.errorHandlers.add(e)}offError(e){
this.errorHandlers.delete(e)}};var w=class o{constructor({provider:e,sendHealthCheck:t,getUpstreamMessageOrigin:r}){this.connectionId=
null,this.healthCheckInterval=null,this.healthCheckTimeout=null,this.sendHealthCheck=t,this.getUpstreamMessageOrigin=
r,this.sendHealthCheckInterval=null,this.lastHealthCheckResponse=null,this._status="unknown",this.logger=
new l({source:"core.proxy.health-check",provider:e,mixin:()=>({connectionId:this.connectionId})}),this.
events=new T({provider:e,loggerKey:"core.proxy.health-check"})}get status(){return this._status}get isRunning(){
return this.sendHealthCheckInterval!==null}get lastCheckCounter(){var e,t;return(t=(e=this.lastHealthCheckResponse)===
null||e===void 0?void 0:e.counter)!==null&&t!==void 0?t:null}get lastCheckTime(){var e,t;return(t=(e=
this.lastHealthCheckResponse)===null||e===void 0?void 0:e.time)!==null&&t!==void 0?t:null}start({healthCheckInterval:e,
connectionId:t}){if(this.connectionId=t,this.healthCheckInterval=e,this.clearInterval(),e<=0){this.logger.
debug("Health check disabled");return}if(e<1e3){this.logger.error("Health check interval is less tha\
n 1 second. Not running",{interval:e});return}this.sendHealthCheckMessage(),this.sendHealthCheckInterval=
setInterval(()=>this.sendHealthCheckMessage(),e),this.startTimeout()}stop(){this.clearInterval(),this.
clearTimeout()}handleResponse(e){this.setHealthy({time:e.time,counter:e.counter})}sendHealthCheckMessage(){
this.sendHealthCheck({type:"healthCheck",messageOrigin:this.getUpstreamMessageOrigin()})}startTimeout(){
if(!this.healthCheckInterval){this.logger.error("Health check interval not set. Cannot start timeout");
return}this.clearTimeout(),this.healthCheckTimeout=setTimeout(()=>{this.setUnhealthy()},this.healthCheckInterval*
3)}clearInterval(){this.sendHealthCheckInterval&&(clearInterval(this.sendHealthCheckInterval),this.sendHealthCheckInterval=
null)}clearTimeout(){this.healthCheckTimeout&&(clearTimeout(this.healthCheckTimeout),this.healthCheckTimeout=
null)}setUnhealthy(){if(this._status!=="unhealthy"){let e=this._status;this.logger.info("Connection \
unhealthy",{previousStatus:e}),this._status="unhealthy",this.emitStatusChanged("unhealthy",e)}}setHealthy(e){
if(this.lastHealthCheckResponse=Object.assign({},e),this._status!=="healthy"){let t=this._status;this.
logger.debug("Connection healthy",{previousStatus:t}),this._status="healthy",this.emitStatusChanged(
"healthy",t)}this.startTimeout()}emitStatusChanged(e,t){var r,n,s,i;this.events.emit(o.statusChangedKey,
{status:e,previousStatus:t,lastCheckTime:(n=(r=this.lastHealthCheckResponse)===null||r===void 0?void 0:
r.time)!==null&&n!==void 0?n:null,lastCheckCounter:(i=(s=this.lastHealthCheckResponse)===null||s===void 0?
void 0:s.counter)!==null&&i!==void 0?i:null})}onStatusChanged(e){this.events.on(o.statusChangedKey,e)}offStatusChanged(e){
this.events.off(o.statusChangedKey,e)}};w.statusChangedKey="statusChanged";var D=class{constructor(e){this.status="notConnected",this.changeHandlers=new Set,this.logger=new l(
{source:"core.proxy.connection-status-manager",provider:e,mixin:()=>({status:this.status})})}getStatus(){
return this.status}update(e){this.status=e.status,this.logger.trace("Proxy Connection Status Changed",
{status:e.status}),[...this.changeHandlers].forEach(t=>{try{t(e)}catch(r){this.logger.error("An erro\
r occurred within a ProxyConnectionChangedHandler",{error:r})}})}onChange(e){this.changeHandlers.add(
e)}offChange(e){this.changeHandlers.delete(e)}};var ve=function(o,e,t,r){function n(s){return s instanceof t?s:new t(function(i){i(s)})}return new(t||
(t=Promise))(function(s,i){function c(a){try{d(r.next(a))}catch(p){i(p)}}function u(a){try{d(r.throw(
a))}catch(p){i(p)}}function d(a){a.done?s(a.value):n(a.value).then(c,u)}d((r=r.apply(o,e||[])).next())})},
be=function(o,e){var t={};for(var r in o)Object.prototype.hasOwnProperty.call(o,r)&&e.indexOf(r)<0&&
(t[r]=o[r]);if(o!=null&&typeof Object.getOwnPropertySymbols=="function")for(var n=0,r=Object.getOwnPropertySymbols(
o);n<r.length;n++)e.indexOf(r[n])<0&&Object.prototype.propertyIsEnumerable.call(o,r[n])&&(t[r[n]]=o[r[n]]);
return t},I=class{constructor(e){this.provider=e,this.logger=new l({source:"core.proxy",provider:e,mixin:()=>({
proxyType:this.proxyType,connectionId:this.connectionId})}),this.requestManager=new E(e),this.status=
new D(e),this.errorService=new j(e),this.upstreamMessageQueue=[],this.connectionEstablished=!1,this.
isInitialized=!1,this.subscriptions=new A,this.connectionId=null,this.channelManager=new q(e,this.sendOrQueueMessageToSubject.
bind(this)),this.healthCheck=new w({provider:e,sendHealthCheck:this.sendOrQueueMessageToSubject.bind(
this),getUpstreamMessageOrigin:this.getUpstreamMessageOrigin.bind(this)})}init(){if(this.isInitialized)
throw new Error("Proxy already initialized");this.isInitialized=!0,this.initProxy()}request(e,t,r,n){
let s=$(e,t,r,n??this.getUpstreamMessageOrigin()),i=this.requestManager.processRequest(s);return this.
sendOrQueueMessageToSubject(s),i}subscribe(e,t,r){let{handlerId:n}=this.subscriptions.add(e,t),s={type:"\
subscribe",topic:e,messageOrigin:r??this.getUpstreamMessageOrigin(),handlerId:n};this.sendOrQueueMessageToSubject(
s)}unsubscribe(e,t,r){if(this.subscriptions.delete(e,t),this.subscriptions.isEmpty(e)){let n={type:"\
unsubscribe",topic:e,messageOrigin:r??this.getUpstreamMessageOrigin()};this.sendOrQueueMessageToSubject(
n)}}log(e){let t=W(e,this.addContextToLogger(),this.getUpstreamMessageOrigin());this.sendOrQueueMessageToSubject(
t)}sendLogMessage(e){if(e.type!=="log"){this.logger.error("Attempted to send invalid log message",{message:e});
return}e.context=Object.assign(Object.assign({},e.context),this.addContextToLogger()),this.sendOrQueueMessageToSubject(
e)}sendMetric({metricData:e,time:t,namespace:r}){let n=V({metricData:e,time:t,namespace:r},this.getUpstreamMessageOrigin());
this.sendOrQueueMessageToSubject(n)}sendMetricMessage(e){if(e.type!=="metric"){this.logger.error("At\
tempted to send invalid metric message",{metricMessage:e});return}this.sendOrQueueMessageToSubject(e)}sendOrQueueMessageToSubject(e){
this.connectionEstablished?this.sendMessageToSubject(e):this.upstreamMessageQueue.push(e)}consumerMessageHandler(e){
if(!this.isInitialized){this.logger.error("Attempted to process message from subject prior to proxy \
being initializing. Message not processed",{originalMessageEventData:e.data});return}let{data:t}=e;if(!("\
type"in t)){this.logger.warn("Unknown inbound message",{originalMessageEventData:t});return}let r=t;
this.handleMessageFromSubject(r)}handleMessageFromSubject(e){this.handleDefaultMessageFromSubject(e)}handleDefaultMessageFromSubject(e){
switch(e.type){case"acknowledge":this.handleConnectionAcknowledge(e);break;case"response":this.handleResponse(
e);break;case"publish":this.handlePublish(e);break;case"error":this.handleError(e);break;case"childD\
ownstreamMessage":this.channelManager.handleDownstreamMessage(e);break;case"childConnectionClose":this.
channelManager.handleCloseMessage(e);break;case"healthCheckResponse":this.healthCheck.handleResponse(
e);break;default:this.logger.error("Unknown inbound message",{originalMessageEventData:e});return}}handleConnectionAcknowledge(e){
for(this.connectionId=e.connectionId,this.logger.debug("Connection acknowledged by subject",{connectionId:e.
connectionId,queuedMessageCount:this.upstreamMessageQueue.length,status:e.status}),this.status.update(
{status:"ready",connectionId:e.connectionId}),this.connectionEstablished=!0;this.upstreamMessageQueue.
length;){let t=this.upstreamMessageQueue.shift();this.sendMessageToSubject(t)}this.healthCheck.start(
e),this.logger.debug("Proxy connection ready",{connectionId:this.connectionId})}handleResponse(e){this.
requestManager.processResponse(e)}handlePublish(e){let{handlerId:t,topic:r}=e;if(t){let n=this.subscriptions.
getById(r,t);n&&this.handleAsyncSubscriptionHandlerInvoke({handler:n,handlerId:t},e)}else this.subscriptions.
get(r).map(n=>{this.handleAsyncSubscriptionHandlerInvoke(n,e)})}handleError(e){if(e.isFatal){let{message:t,
type:r}=e,n=be(e,["message","type"]);this.status.update({status:"error",reason:t,details:n})}this.publishError(
{message:e.message,key:e.key,details:e.details,isFatal:e.isFatal,proxyStatus:e.status})}publishError(e){
let t=Object.assign(Object.assign({},e),{connectionStatus:this.connectionStatus});this.errorService.
invoke(t)}handleAsyncSubscriptionHandlerInvoke(e,t){return ve(this,arguments,void 0,function*({handler:r,
handlerId:n},{topic:s,data:i}){try{yield r(i)}catch(c){this.logger.error("An error occurred when han\
dling subscription",{topic:s,error:c,handlerId:n})}})}get connectionStatus(){return this.status.getStatus()}onError(e){
this.errorService.onError(e)}offError(e){this.errorService.offError(e)}onConnectionStatusChange(e){this.
status.onChange(e)}offConnectionStatusChange(e){this.status.offChange(e)}onHealthCheckStatusChanged(e){
this.healthCheck.onStatusChanged(e)}offHealthCheckStatusChanged(e){this.healthCheck.offStatusChanged(
e)}addChildChannel(e){this.addChildIframeChannel(e)}addChildIframeChannel(e){this.channelManager.addChannel(
Object.assign(Object.assign({},e),{type:"iframe"}))}addChildComponentChannel(e){this.channelManager.
addChannel(Object.assign(Object.assign({},e),{type:"component"}))}updateChildIframeChannelPort(e){this.
channelManager.updateChannelPort(e)}updateChildChannelPort(e){this.updateChildIframeChannelPort(e)}getConnectionId(){
return this.connectionId?Promise.resolve(this.connectionId):new Promise((e,t)=>{let r,n=s=>{s.status===
"ready"&&(this.offConnectionStatusChange(n),clearInterval(r),e(s.connectionId))};r=setTimeout(()=>{this.
logger.error("Timeout getting connection id"),this.offConnectionStatusChange(n),t(new Error("Timeout\
 getting connectionId"))},10*1e3),this.onConnectionStatusChange(n)})}resetConnection(e){this.logger.
debug("Resetting connection",{reason:e,connectionId:this.connectionId}),this.connectionEstablished=!1,
this.status.update({status:"reset",reason:e});let{subscriptionHandlerCount:t}=this.restoreAllHandler();
this.logger.info("Resetting proxy",{reason:e,subscriptionHandlerCount:t}),this.logger.debug("Connect\
ion reset complete, restoring handlers",{subscriptionHandlerCount:t})}restoreAllHandler(){var e;let t=this.
subscriptions.getAllSubscriptionHandlerIds();return t?.map(({topic:r,handlerId:n})=>({type:"subscrib\
e",topic:r,messageOrigin:this.getUpstreamMessageOrigin(),handlerId:n})).forEach(r=>this.sendOrQueueMessageToSubject(
r)),{subscriptionHandlerCount:(e=t?.length)!==null&&e!==void 0?e:-1}}unsubscribeAllHandlers(){var e;
let t=this.subscriptions.getAllSubscriptionHandlerIds();this.logger.info("Unsubscribing all handlers\
 from proxy",{subscriptionHandlerCount:(e=t?.length)!==null&&e!==void 0?e:-1}),t?.map(({topic:r})=>({
type:"unsubscribe",topic:r,messageOrigin:this.getUpstreamMessageOrigin()})).forEach(r=>this.sendOrQueueMessageToSubject(
r))}};var R=class o{constructor(e,t){this.timeoutMs=t,this.onCancelled=e,this.timeout=setTimeout(()=>this.
handleCancel(),this.timeoutMs),this.status="running",this.logger=new l({source:"core.utility.timeout\
-tracker",mixin:()=>({timeoutMs:this.timeoutMs,timeoutTrackerStatus:this.status})})}static start(e,t){
return new o(e,t)}complete(){switch(this.status){case"running":return this.handleComplete();case"com\
pleted":return this.logger.debug("TimeoutTracker already marked complete. No action."),!0;case"cance\
lled":return this.logger.info("Attempted to complete a TimeoutTracker that has already been cancelle\
d"),!1}}isCancelled(){return this.status==="cancelled"}getStatus(){return this.status}handleCancel(){
switch(this.status){case"running":this.status="cancelled",this.logger.info("TimeoutTracker has timed\
 out. Invoking onCancelled Handler"),this.invokeOnCancelled();break;case"completed":this.logger.debug(
"Cancel operation for TimerTracker invoked after already completed. No action.");break;default:throw new Error(
"Cancel operation in TimerTracker called during an unexpected time.")}}handleComplete(){return this.
status="completed",clearTimeout(this.timeout),!0}invokeOnCancelled(){try{this.onCancelled({timeoutMs:this.
timeoutMs})}catch(e){this.logger.error("Error when attempting to invoke TimeoutTrackerCancelledHandl\
er",{error:e})}}};var h;(function(o){o[o.trace=1]="trace",o[o.debug=2]="debug",o[o.info=3]="info",o[o.warn=4]="warn",o[o.
error=5]="error"})(h||(h={}));function J(o,e,t){if(t)switch(o){case h.error:console.error(e,t);break;case h.warn:console.warn(e,t);
break;case h.info:console.info(e,t);break;case h.debug:console.debug(e,t);break;case h.trace:console.
trace(e,t);break;default:console.log(e,t);break}else switch(o){case h.error:console.error(e);break;case h.
warn:console.warn(e);break;case h.info:console.info(e);break;case h.debug:console.debug(e);break;case h.
trace:console.trace(e);break;default:console.log(e);break}}var L=class{constructor(e){this.mixin=e}getTransformedData(e,t){return this.mixin?Object.assign(Object.
assign({},t??{}),this.mixin(t??{},e)):t}};var l=class{constructor(e){this._proxy=null,this._logToConsoleLevel=null,this.loggerId=G(8),typeof e==
"string"?(this.source=e,this.dataTransformer=new L(void 0)):(this.source=e.source,e.provider&&typeof e.
provider=="function"?this.providerFactory=e.provider:this.provider=e.provider,this.dataTransformer=new L(
e.mixin),this.logOptions=e.options)}trace(e,t,r){this.log(h.trace,e,t,r)}debug(e,t,r){this.log(h.debug,
e,t,r)}info(e,t,r){this.log(h.info,e,t,r)}warn(e,t,r){this.log(h.warn,e,t,r)}error(e,t,r){this.log(h.
error,e,t,r)}log(e,t,r,n){let s=this.dataTransformer.getTransformedData(e,r);this.ignoreRemote(n)||this.
getProxy().log({level:e,source:this.source,loggerId:this.loggerId,message:t,data:s}),this.applyDuplicateMessageToConsole(
e,n)&&J(e,t,s)}getProvider(){return this.provider||(this.provider=this.providerFactory?this.providerFactory():
g()),this.provider}getProxy(){return this._proxy||(this._proxy=this.getProvider().getProxy()),this._proxy}applyDuplicateMessageToConsole(e,t){
return t?.duplicateMessageToConsole||this.getLogConsoleLevel()<=e}getLogConsoleLevel(){var e,t,r,n;return this.
_logToConsoleLevel||(this._logToConsoleLevel=!((e=this.logOptions)===null||e===void 0)&&e.minLogToConsoleLevelOverride?
this.logOptions.minLogToConsoleLevelOverride:(n=(r=(t=this.getProvider().config)===null||t===void 0?
void 0:t.logging)===null||r===void 0?void 0:r.minLogToConsoleLevel)!==null&&n!==void 0?n:h.error),this.
_logToConsoleLevel}ignoreRemote(e){var t,r,n;return((r=(t=this.logOptions)===null||t===void 0?void 0:
t.remoteIgnore)!==null&&r!==void 0?r:!1)||((n=e?.remoteIgnore)!==null&&n!==void 0?n:!1)}};function se(o){if(o)try{return v(o)}catch{return{error:"Data failed to sanitize. The original data i\
s not available"}}}function W({level:o,source:e,message:t,loggerId:r,data:n},s,i){let c=se(n);return{type:"log",level:o,
time:new Date,source:e,message:t,loggerId:r,data:c,context:s,messageOrigin:i}}var m=class{constructor({config:e,proxyFactory:t}){if(this._id=b(),!t)throw new Error("Attempted to \
get Proxy before setting up factory");if(!e)throw new Error("Failed to include config");this.proxyFactory=
t,this._config=e}get id(){return this._id}getProxy(){return this.proxy||(this.proxy=this.proxyFactory(
this),this.proxy.init()),this.proxy}get config(){return Object.assign({},this._config)}onError(e){this.
getProxy().onError(e)}offError(e){this.getProxy().offError(e)}static initializeProvider(e){if(this.isInitialized){
let t="Attempted to initialize provider more than one time.",r={};try{let n=g();new l({source:"core.\
amazonConnectProvider.init",provider:n}).error(t)}catch(n){r.loggingError=n?.message}throw new f({errorKey:"\
attemptInitializeMultipleProviders",reason:t,details:r})}return Q(e),this.isInitialized=!0,e.getProxy(),
e}};m.isInitialized=!1;var S=class{constructor(e,t){this.engineContext=e,this.moduleNamespace=t}get proxy(){if(!this.moduleProxy){
let e=this.engineContext.getProvider().getProxy(),t=this.moduleNamespace;this.moduleProxy=_(e,t)}return this.
moduleProxy}getProvider(){return this.engineContext.getProvider()}createLogger(e){return typeof e=="\
object"?new l(Object.assign(Object.assign({},e),{provider:()=>this.engineContext.getProvider()})):new l(
{source:e,provider:()=>this.engineContext.getProvider()})}createMetricRecorder(e){return typeof e=="\
object"?new M(Object.assign(Object.assign({},e),{provider:()=>this.engineContext.getProvider()})):new M(
{namespace:e,provider:()=>this.engineContext.getProvider()})}};var y=class{constructor(e){this._provider=e}getProvider(){return this._provider?this._provider:g()}getModuleContext(e){
return new S(this,e)}};var X="1.0.11";var k=class extends y{constructor({provider:e,instanceId:t,config:r,parameters:n,contactScope:s,scope:i,
launchedBy:c,region:u}){super(e),this.appInstanceId=t,this.instanceId=t,this.config=r,this.appConfig=
r,this.contactScope=s,this.scope=i,this.parameters=n,this.launchedBy=c??{type:"unknown"},this.region=
u}};var ae=function(o,e,t,r){function n(s){return s instanceof t?s:new t(function(i){i(s)})}return new(t||
(t=Promise))(function(s,i){function c(a){try{d(r.next(a))}catch(p){i(p)}}function u(a){try{d(r.throw(
a))}catch(p){i(p)}}function d(a){a.done?s(a.value):n(a.value).then(c,u)}d((r=r.apply(o,e||[])).next())})},
z=class{constructor(e){this.provider=e,this.state={isRunning:!1},this.isCreated=!1,this.isDestroyed=
!1,this.logger=new l({source:"app.lifecycleManager",provider:e,mixin:()=>({state:this.state,isCreated:this.
isCreated,isDestroyed:this.isDestroyed})})}get appState(){return Object.assign({},this.state)}handleCreate(e){
return ae(this,void 0,void 0,function*(){var t;if(this.isDestroyed){this.logger.error("An attempt wa\
s Create after a Destroy. No Action",{instanceId:e.context.instanceId});return}if(this.isCreated){this.
logger.error("An attempt was invoke Create after it was already invoked. No Action",{instanceId:e.context.
instanceId});return}if(this.logger.debug("Begin Lifecycle Create",{instanceId:e.context.instanceId}),
!(!((t=this.provider.config)===null||t===void 0)&&t.onCreate)){let n="App did not specify an onCreat\
ed handler. This is required. Closing app",s={appInstanceId:e.context.instanceId,instanceId:e.context.
instanceId};this.logger.error(n,{instanceId:e.context.instanceId}),this.provider.sendFatalError(n,s);
return}let{success:r}=yield this.handleLifecycleChange(Object.assign(Object.assign({},e),{stage:"cre\
ate"}),n=>this.provider.config.onCreate(n),!0);r&&(this.isCreated=!0,this.sendLifecycleHandlerCompletedMessage(
e.context.instanceId,"create"))})}handleLifecycleChange(e,t,r){return ae(this,void 0,void 0,function*(){
let n=!1;try{yield t(e),n=!0}catch(s){let{instanceId:i}=e.context;if(r){let c=`An fatal error occurr\
ed when handling a ${e.stage} lifecycle action. Closing app`;this.logger.error(c,{instanceId:i,error:s}),
this.provider.sendFatalError(c,s)}else this.logger.error(`An error occurred when handling a ${e.stage}\
 lifecycle action.`,{instanceId:i,error:s})}return{success:n}})}sendLifecycleHandlerCompletedMessage(e,t){
this.logger.debug(`Sending lifecycle ${t} completed signal`),this.provider.getProxy().sendLifecycleHandlerCompleted(
e,t)}};var Y=function(o,e,t,r){function n(s){return s instanceof t?s:new t(function(i){i(s)})}return new(t||
(t=Promise))(function(s,i){function c(a){try{d(r.next(a))}catch(p){i(p)}}function u(a){try{d(r.throw(
a))}catch(p){i(p)}}function d(a){a.done?s(a.value):n(a.value).then(c,u)}d((r=r.apply(o,e||[])).next())})},
K=class extends z{constructor(e){super(e),this.startHandlers=new Set,this.stopHandlers=new Set}handleLifecycleChangeMessage(e){
let t=new k({provider:this.provider,instanceId:e.instanceId,config:e.config,parameters:e.parameters,
contactScope:e.contactScope,scope:e.scope,launchedBy:e.launchedBy,region:e.region});this.state.instanceId=
e.instanceId,this.state.appInstanceId=e.instanceId,this.state.config=e.config,this.state.appConfig=e.
config,this.state.contactScope=e.contactScope,this.state.region=e.region;let r={context:t};switch(e.
stage){case"create":return this.handleCreate(r);case"start":return this.handleStart(r);case"stop":return this.
handleStop(r);case"destroy":return this.handleDestroy(r)}}onStart(e,t){this.startHandlers.add(e),t?.
invokeIfRunning&&this.state.isRunning&&this.handleLifecycleChange(Object.assign(Object.assign({},this.
getAppLifecycleChangeParams()),{stage:"start"}),r=>e(r),!1)}onStop(e){this.stopHandlers.add(e)}offStart(e){
this.startHandlers.delete(e)}offStop(e){this.stopHandlers.delete(e)}handleStart(e){return Y(this,void 0,
void 0,function*(){if(this.isDestroyed){this.logger.error("An attempt was Start after a Destroy. No \
Action",{appInstanceId:e.context.instanceId});return}if(!this.isCreated){this.logger.error("An attem\
pt was invoke Start before Create. No Action",{appInstanceId:e.context.instanceId});return}this.state.
isRunning=!0,this.logger.info("Begin Lifecycle Start");let t=yield Promise.all([...this.startHandlers].
map(r=>this.handleLifecycleChange(Object.assign(Object.assign({},e),{stage:"start"}),n=>r(n),!1)));this.
logger.debug("Completed all start handlers",{count:this.startHandlers.size,errorCount:t.filter(({success:r})=>!r).
length})})}handleStop(e){return Y(this,void 0,void 0,function*(){if(this.isDestroyed){this.logger.error(
"An attempt was Stop after a Destroy. No Action",{appInstanceId:e.context.instanceId});return}if(!this.
isCreated){this.logger.error("An attempt was invoke Stop before Create. No Action",{appInstanceId:e.
context.instanceId});return}this.state.isRunning=!1,this.logger.info("Begin Lifecycle Stop");let t=yield Promise.
all([...this.stopHandlers].map(r=>this.handleLifecycleChange(Object.assign(Object.assign({},e),{stage:"\
stop"}),n=>r(n),!1)));this.logger.debug("Completed all stop handlers",{count:this.stopHandlers.size,
errorCount:t.filter(({success:r})=>!r).length})})}handleDestroy(e){return Y(this,void 0,void 0,function*(){
if(this.isDestroyed){this.logger.error("An attempt was invoke Destroy multiple times. No Action",{appInstanceId:e.
context.instanceId});return}if(!this.isCreated){this.logger.error("An attempt was invoke Destroy bef\
ore Create. No Action",{appInstanceId:e.context.instanceId});return}this.isDestroyed=!0,this.state.isRunning=
!1,this.logger.info("Begin Lifecycle Destroy");let{config:t}=this.provider,{success:r}=yield this.handleLifecycleChange(
Object.assign(Object.assign({},e),{stage:"destroy"}),n=>t.onDestroy?t.onDestroy(n):Promise.resolve(),
!0);r&&this.sendLifecycleHandlerCompletedMessage(e.context.instanceId,"destroy")})}getAppLifecycleChangeParams(){
return{context:new k({provider:this.provider,instanceId:this.state.instanceId,config:this.state.config,
contactScope:this.state.contactScope,scope:this.state.scope,parameters:this.state.parameters,launchedBy:this.
state.launchedBy,region:this.state.region})}}};function ce(o){var e,t;return Math.max(1,Math.min(6e4,(t=(e=o.workspace)===null||e===void 0?void 0:e.
connectionTimeout)!==null&&t!==void 0?t:5e3))}var P=class extends I{constructor(e,t){super(e),this.channel=new MessageChannel,this.lifecycleManager=
t,this.appLogger=new l({source:"app.appProxy",provider:e})}get proxyType(){return"AppProxy"}sendLifecycleHandlerCompleted(e,t){
let r={type:"appLifecycleHandlerCompleted",stage:t,appInstanceId:e};this.sendOrQueueMessageToSubject(
r)}tryCloseApp(e,t,r){let n={type:"closeApp",isFatalError:t??!1,message:e,data:r};this.sendOrQueueMessageToSubject(
n)}sendServiceError(e,t){let r={type:"serviceError",message:e,data:t};this.sendOrQueueMessageToSubject(
r)}publish(e,t){let r={type:"appPublish",topic:e,data:t};this.sendOrQueueMessageToSubject(r)}initProxy(){
let e={type:"connect-app-host-init",sdkVersion:X,providerId:this.provider.id};this.status.update({status:"\
initializing"}),this.channel.port1.onmessage=t=>this.consumerMessageHandler(t),this.connectionTimer=
R.start(this.connectionTimeout.bind(this),ce(this.provider.config)),window.parent.postMessage(e,"*",
[this.channel.port2]),this.appLogger.debug("Send connect message to configure proxy")}sendMessageToSubject(e){
this.channel.port1.postMessage(e)}getUpstreamMessageOrigin(){if(document?.location){let{origin:e,pathname:t}=document.
location;return{_type:"app",providerId:this.provider.id,origin:e,path:t}}else return{_type:"app",providerId:this.
provider.id,origin:"unknown",path:"unknown"}}handleConnectionAcknowledge(e){if(!this.connectionTimer.
complete()){this.appLogger.error("Workspace connection acknowledge received after timeout. App is no\
t connected to workspace.",{timeout:this.connectionTimer.timeoutMs});return}super.handleConnectionAcknowledge(
e)}handleMessageFromSubject(e){e.type==="appLifecycle"?this.lifecycleManager.handleLifecycleChangeMessage(
e).catch(t=>{this.appLogger.error("An error occurred when invoking handleLifecycleChangeMessage",{error:t})}):
super.handleMessageFromSubject(e)}connectionTimeout(e){this.status.update({status:"error",reason:"Wo\
rkspace connection timeout",details:Object.assign({},e)}),this.publishError({message:"App failed to \
connect to workspace in the allotted time",key:"workspaceConnectTimeout",details:Object.assign({},e),
isFatal:!0,proxyStatus:{initialized:!1}})}addContextToLogger(){let{isRunning:e}=this.lifecycleManager.
appState;if(document?.location){let{origin:t,pathname:r}=document.location;return{appIsRunning:e,app:{
origin:t,path:r}}}else return{appIsRunning:e,app:{origin:"unknown",path:"unknown"}}}};var U=class o extends m{constructor(e){super({config:e,proxyFactory:()=>this.createProxy()}),this.lifecycleManager=
new K(this),this.logger=new l({provider:this,source:"app.provider"})}static init(e){let t=new o(e);return o.
initializeProvider(t),{provider:t}}static get default(){return g("AmazonConnectApp has not been init\
ialized")}createProxy(){return new P(this,this.lifecycleManager)}onStart(e,t){this.lifecycleManager.
onStart(e,t)}onStop(e){this.lifecycleManager.onStop(e)}offStart(e){this.lifecycleManager.offStart(e)}offStop(e){
this.lifecycleManager.offStop(e)}sendCloseAppRequest(e){this.getProxy().tryCloseApp(e,!1)}sendError(e,t){
this.logger.error(e,t)}sendFatalError(e,t){this.getProxy().tryCloseApp(e,!0,t?v(t):void 0)}subscribe(e,t){
this.getProxy().subscribe(e,t)}unsubscribe(e,t){this.getProxy().unsubscribe(e,t)}publish(e,t){this.getProxy().
publish(e,v(t))}};var Z;(function(o){o.CurrentContactId="CURRENT_CONTACT"})(Z||(Z={}));var ee=document.getElementById("open");U.init({onCreate:({context:{scope:o}})=>{o===void 0||!("conta\
ctId"in o)||(ee.href=`/calls/${encodeURIComponent(o.contactId)}`,document.body.dataset.call="here",window.
open(ee.href,ee.target))}});})();
