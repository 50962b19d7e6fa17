import {
  predictionOneHost
} from "./chunk-7UF5GB4Z.mjs";
import "./chunk-YPV7DOVV.mjs";
import "./chunk-A3KLPCXF.mjs";
import "./chunk-OD34W6AC.mjs";
export {
  predictionOneHost
};
