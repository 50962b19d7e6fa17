import { findEntry } from '../../archives/find-entry.ts';
import type { FittedModel } from '../../models/model.ts';
import type { AbejaPlatform } from '../platform.ts';
import type { Model } from './model.ts';
import { modelFile } from './result-archive.ts';

/** What a model's archive can answer with; nothing for one that holds no model of the sandbox. */
export async function fitOf(platform: AbejaPlatform, model: Model): Promise<FittedModel | undefined> {
  const { body } = await model.contents();
  const about = await findEntry(body, modelFile);
  if (about === undefined) return undefined;
  try {
    return platform.fits.get(String((JSON.parse(about) as { sandbox_model?: unknown }).sandbox_model));
  } catch {
    return undefined;
  }
}
