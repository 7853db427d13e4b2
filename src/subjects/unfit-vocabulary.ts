/** Why a file is no vocabulary: one sentence that names the line or the concept. */
export class UnfitVocabulary extends Error {
  override name = 'UnfitVocabulary';
}
