const [A1, A2, A3, A4] = [1.340264, -0.081106, 0.000893, 0.003796]
const M = Math.sqrt(3) / 2

/**
 * The Equal Earth projection of a place in degrees, in radii of the earth, east and north positive: areas
 * keep their proportion. Šavrič, Patterson and Jenny, "The Equal Earth map projection", International
 * Journal of Geographical Information Science 33 (2019), 454-465.
 */
export function equalEarth(longitude: number, latitude: number): readonly [x: number, y: number] {
  const [lambda, phi] = [(longitude * Math.PI) / 180, (latitude * Math.PI) / 180]
  const theta = Math.asin(M * Math.sin(phi))
  const [t2, t6] = [theta ** 2, theta ** 6]
  const slope = A1 + 3 * A2 * t2 + t6 * (7 * A3 + 9 * A4 * t2)
  return [(lambda * Math.cos(theta)) / (M * slope), theta * (A1 + A2 * t2 + t6 * (A3 + A4 * t2))]
}
