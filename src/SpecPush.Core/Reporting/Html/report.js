const search = document.getElementById("search");
search.hidden = false;
search.addEventListener("input", () => {
  const words = search.value.toLowerCase().split(/\s+/);
  for (const requirement of document.querySelectorAll("li")) {
    const text = requirement.textContent.toLowerCase();
    requirement.classList.toggle("missed", !words.every(word => text.includes(word)));
  }
});
