import {
  predictionOneHost
} from "./chunk-KGRMX7UH.mjs";
import "./chunk-7MLRSG3F.mjs";
import "./chunk-E7RQ33CL.mjs";
import "./chunk-PLTFPKSW.mjs";
export {
  predictionOneHost
};
