import {
  predictionOneHost
} from "./chunk-YW7KMR4C.mjs";
import "./chunk-IBILJ5XB.mjs";
import "./chunk-OHEAMDB4.mjs";
import "./chunk-TPS7C5IL.mjs";
export {
  predictionOneHost
};
