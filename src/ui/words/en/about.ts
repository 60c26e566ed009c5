export const about = {
  expression: {
    title: 'It reads an expression, not a feeling',
    text: 'For each face the page says how likely anger, disgust, fear, happiness, sadness and a neutral look are to be seen in it, and which one or two are shown, in what proportion. A face reads as happy when it looks so; what a person feels, no camera sees. People smile politely, frown in thought, and cry for joy.',
  },
  privacy: {
    title: 'Nothing leaves this device',
    text: 'The video is read here, in your browser, and forgotten picture by picture. No picture is stored or sent anywhere, and no reading of the camera either. This browser keeps the page itself, so that it starts without a network, your settings, which model ran last, whether graphics chip or processor is faster here, the checked files of the model, models of your own, and, of clips you evaluate, the figures read from them. Settings list all of it under “Kept on this device”, with its size, and delete it.',
  },
  accuracy: {
    title: 'How often such systems are right',
    text: 'On BLEMORE, 3,050 clips of 58 actors showing single and blended emotions, the best published systems that only look name exactly the right emotions in about a quarter of the clips (CLIP 26 %, ImageBind 26 %, VideoMAEv2 29 %), and the right proportion of a blend in fewer than one of ten. Those that listen too reach 33 % and 11 %.',
  },
  training: {
    title: 'What this model was trained on',
    text: 'On FER+: about 28,500 small grey photographs of faces from the web (FER2013), for each of which ten people voted what they saw. It repeats how those people judged those faces, with their blind spots, and most of what they saw was happy or neutral.',
  },
  limits: {
    title: 'Where it fails, and what it is not for',
    text: 'Side light, glasses, hands, beards, turned heads and faint or unusual expressions mislead it, and it may read some ages and skin colours worse than others. It must not decide about anyone: not in hiring, at work or school, not in diagnosis, not in surveillance. In the EU, recognising emotions at work and at school is forbidden by law.',
  },
  figuresLater: 'Its figures stand here once it is loaded.',
  measured: (pack: string, dataset: string) => `${pack}, measured on ${dataset}`,
  figures: {
    accuracy: 'Right about the strongest expression',
    uar: 'The same, each expression counted alike',
    kl: 'Distance from the people’s votes (KL, 0 is best)',
    acc_presence: 'Right about exactly which are shown',
    acc_salience: 'Right about the proportion of a blend',
  },
};
