package paper

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
)

// PNG draws a payload as an image, each module scale pixels wide, with the light
// margin of four modules that a reader needs (ISO 18004).
func PNG(payload string, scale int) ([]byte, error) {
	m, err := encode(payload)
	if err != nil {
		return nil, err
	}
	const margin = 4
	side := (m.size + 2*margin) * scale
	img := image.NewPaletted(image.Rect(0, 0, side, side), color.Palette{color.White, color.Black})
	for y := range side {
		for x := range side {
			if m.at(x/scale-margin, y/scale-margin) {
				img.Pix[y*img.Stride+x] = 1
			}
		}
	}
	var out bytes.Buffer
	err = png.Encode(&out, img)
	return out.Bytes(), err
}
