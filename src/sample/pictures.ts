export const samplePictures: { name: string; width: number; height: number; svg: string }[] = [];
