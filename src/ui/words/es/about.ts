import type { Words } from '../en.ts';

export const about: Words['about'] = {
  expression: {
    title: 'Se lee una expresión, no un sentimiento',
    text: 'De cada cara, la página dice lo probable que es ver en ella ira, asco, miedo, alegría, tristeza y una expresión neutral, y cuál o cuáles, dos como máximo, se muestran y en qué proporción. Una cara parece alegre cuando tiene ese aspecto; lo que siente una persona no lo ve ninguna cámara. La gente sonríe por cortesía, frunce el ceño al pensar y llora de alegría.',
  },
  privacy: {
    title: 'Nada sale de este dispositivo',
    text: 'El vídeo se lee aquí, en su navegador, y se olvida imagen a imagen. Ninguna imagen se guarda ni se envía a ningún sitio, y tampoco ningún resultado de la cámara. Este navegador guarda la propia página, para que se inicie sin red, sus ajustes, qué modelo se usó por última vez, si aquí es más rápido el chip gráfico o el procesador, los archivos comprobados del modelo, sus propios modelos y, de los clips que evalúe, las cifras leídas de ellos. Los ajustes enumeran todo ello en «Guardado en este dispositivo», con su tamaño, y lo borran.',
  },
  accuracy: {
    title: 'Con qué frecuencia aciertan estos sistemas',
    text: 'En BLEMORE, 3050 clips de 58 actores que muestran emociones simples y mezcladas, los mejores sistemas publicados que solo miran nombran exactamente las emociones correctas en cerca de una cuarta parte de los clips (CLIP 26 %, ImageBind 26 %, VideoMAEv2 29 %), y la proporción correcta de una mezcla en menos de uno de cada diez. Los que también escuchan llegan al 33 % y al 11 %.',
  },
  training: {
    title: 'Con qué se entrenó este modelo',
    text: 'Con FER+: unas 28 500 fotos pequeñas de caras en gris tomadas de la web (FER2013); para cada una, diez personas votaron lo que veían. El modelo repite cómo juzgaron esas personas esas caras, con sus puntos ciegos, y la mayor parte de lo que veían era alegre o neutral.',
  },
  limits: {
    title: 'Dónde falla y para qué no sirve',
    text: 'La luz lateral, las gafas, las manos, las barbas, las cabezas giradas y las expresiones débiles o poco habituales lo confunden, y es posible que lea peor algunas edades y colores de piel. No debe decidir sobre nadie: ni al contratar, ni en el trabajo o la escuela, ni en un diagnóstico, ni en la vigilancia. En la UE, la ley prohíbe reconocer emociones en el trabajo y en la escuela.',
  },
  figuresLater: 'Sus cifras aparecen aquí cuando está cargado.',
  measured: (pack, dataset) => `${pack}, medido con ${dataset}`,
  figures: {
    accuracy: 'Acierta la expresión más fuerte',
    uar: 'Lo mismo, contando igual cada expresión',
    kl: 'Distancia a los votos de las personas (KL, 0 es lo mejor)',
    acc_presence: 'Acierta exactamente las que se muestran',
    acc_salience: 'Acierta la proporción de una mezcla',
  },
};
