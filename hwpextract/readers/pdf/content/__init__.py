"""What a content stream paints: text in the letters of its fonts, lines, fills and clips, with their places."""
