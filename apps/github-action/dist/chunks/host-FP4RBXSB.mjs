import {
  predictionOneHost
} from "./chunk-I5BHGCQE.mjs";
import "./chunk-EK3I3AVF.mjs";
import "./chunk-OHEAMDB4.mjs";
import "./chunk-ZK24KKFT.mjs";
export {
  predictionOneHost
};
