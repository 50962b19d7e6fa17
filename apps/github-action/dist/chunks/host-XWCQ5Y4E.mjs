import {
  abejaHost
} from "./chunk-4IGGBFLN.mjs";
import "./chunk-YPV7DOVV.mjs";
import "./chunk-A3KLPCXF.mjs";
import "./chunk-OD34W6AC.mjs";
export {
  abejaHost
};
