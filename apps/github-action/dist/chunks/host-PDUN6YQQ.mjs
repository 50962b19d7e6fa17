import {
  predictionOneHost
} from "./chunk-TEBV6ZM3.mjs";
import "./chunk-QJPNUI5P.mjs";
import "./chunk-YAF5Y5KI.mjs";
import "./chunk-ACN4OMOE.mjs";
export {
  predictionOneHost
};
