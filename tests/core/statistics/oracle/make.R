# Makes values.json: what R and its package multilevel (Debian: r-cran-multilevel) say of invented answers.
# Run by hand, in this folder: Rscript make.R > values.json
library(multilevel)
set.seed(2026)

sizes <- c(north = 5, south = 8, west = 3, east = 11, night = 6)
group <- rep(names(sizes), sizes)
lean <- rep(c(2.2, 3.4, 4.1, 2.9, 3.6), sizes)
item <- function() pmin(5, pmax(1, round(lean + rnorm(length(lean), sd = 0.9))))
items <- data.frame(one = item(), two = item(), three = item())
items[4, "two"] <- 5 # somebody who sees it otherwise
score <- rowMeans(items)

fit <- summary(aov(score ~ as.factor(group)))[[1]]
model <- aov(score ~ as.factor(group))
# by() sorts by name; the product keeps the order of first appearance.
named <- function(table, column) setNames(as.list(table[[column]]), table$grpid)
welch <- t.test(score[group == "south"], score[group == "east"])
paired <- t.test(items$one, items$two, paired = TRUE)

show <- function(x) {
  if (is.list(x)) {
    paste0("{", paste0('"', names(x), '": ', vapply(x, show, ""), collapse = ",\n"), "}")
  } else if (is.character(x)) {
    paste0("[", paste0('"', x, '"', collapse = ", "), "]")
  } else {
    text <- ifelse(is.na(x), "null", trimws(formatC(x, digits = 17, format = "g")))
    if (length(x) == 1) text else paste0("[", paste(text, collapse = ", "), "]")
  }
}

cat(show(list(
  made_by = c(R.version.string, paste("multilevel", packageVersion("multilevel"))),
  group = group,
  items = as.list(items),
  icc = list(
    icc1 = ICC1(model), icc2 = ICC2(model),
    msb = fit[1, "Mean Sq"], msw = fit[2, "Mean Sq"], f = fit[1, "F value"], p = fit[1, "Pr(>F)"]
  ),
  rwg = named(rwg(items$one, group, ranvar = 2), "rwg"),
  rwg_j = named(rwg.j(items, group, ranvar = 2), "rwg.j"),
  r_star_j = named(rwg.j.lindell(items, group, ranvar = 2), "rwg.lindell"),
  ad_mean = named(ad.m(items, group, type = "mean"), "AD.M"),
  ad_median = named(ad.m(items, group, type = "median"), "AD.M"),
  awg = named(awg(items$one, group, range = c(1, 5)), "a.wg"),
  welch = list(
    t = -unname(welch$statistic), df = unname(welch$parameter), p = welch$p.value,
    interval = -rev(as.numeric(welch$conf.int))
  ),
  paired = list(interval = as.numeric(paired$conf.int)),
  power = list(
    five = power.t.test(n = 5, sd = 1.6, power = .8, type = "paired", strict = TRUE, tol = 1e-10)$delta,
    eight = power.t.test(n = 8, sd = 1.6, power = .8, type = "paired", strict = TRUE, tol = 1e-10)$delta,
    thirty = power.t.test(n = 30, sd = 1.6, power = .8, type = "paired", strict = TRUE, tol = 1e-10)$delta
  )
)), "\n", sep = "")
