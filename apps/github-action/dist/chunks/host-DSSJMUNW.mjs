import {
  abejaHost
} from "./chunk-2Y3DEGIB.mjs";
import "./chunk-77Z23PAP.mjs";
import "./chunk-L2C5EFW2.mjs";
import "./chunk-DVEKINOU.mjs";
export {
  abejaHost
};
