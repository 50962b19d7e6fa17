import {
  abejaHost
} from "./chunk-5OXBEFAW.mjs";
import "./chunk-QJPNUI5P.mjs";
import "./chunk-YAF5Y5KI.mjs";
import "./chunk-ACN4OMOE.mjs";
export {
  abejaHost
};
